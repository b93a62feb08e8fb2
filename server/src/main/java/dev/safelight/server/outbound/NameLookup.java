package dev.safelight.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a name and blocks meanwhile, in native code, for as long as it may. */
@FunctionalInterface
public interface NameLookup {

    /** All addresses of a name in ASCII, at least one. */
    List<InetAddress> addresses(String name) throws UnknownHostException;

    /** The machine's own: its hosts file, its name servers. */
    static NameLookup ofTheMachine() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
