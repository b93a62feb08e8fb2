package dev.safelight.server.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface NameResolver {
    /**
     * Asks once.
     *
     * @param name in ASCII and lower case; never an address
     * @return all of its addresses, at least one, in the order in which they are to be tried; fails
     *     where there are none, or where none came in time
     */
    CompletableFuture<List<InetAddress>> resolve(String name);
}
