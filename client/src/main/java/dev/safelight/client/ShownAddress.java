package dev.safelight.client;

import java.net.URI;

/** An address for people: what gives access, a user before the host or a signature, is left out. */
final class ShownAddress {
    private ShownAddress() {}

    /** As in {@code http://127.0.0.1:8080}. */
    static String origin(URI address) {
        String authority = String.valueOf(address.getRawAuthority());
        return address.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** The origin and the path, without the query. */
    static String of(URI address) {
        String path = address.getRawPath();
        return origin(address) + (path == null ? "" : path);
    }
}
