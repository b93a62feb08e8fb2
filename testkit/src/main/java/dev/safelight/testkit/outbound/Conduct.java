package dev.safelight.testkit.outbound;

import java.io.IOException;
import java.net.Socket;

/** What a receiver does with a connection. It has a thread of its own and is cut off at the end. */
@FunctionalInterface
public interface Conduct {

    /** Goes on as long as it likes; an exception ends the connection. */
    void go(Socket connection) throws IOException;
}
