package dev.safelight.cli;

import java.io.IOException;

/** Makes the server that a command uses when none is named: in this process, for this command. */
@FunctionalInterface
public interface LocalServer {

    /** Returns once it answers. */
    Running start() throws IOException, InterruptedException;

    /** A server that answers until it is closed; closing it also removes what it kept. */
    interface Running extends AutoCloseable {
        Target target();

        @Override
        void close();
    }
}
