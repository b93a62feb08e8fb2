package dev.safelight.client;

import java.net.URI;
import java.util.Locale;

/** Where a server is asked. */
final class BaseAddress {
    private static final String API = "/api/v1";
    private static final String TOOLS = "/tools";
    private static final int LAST_PORT = 65_535;

    private BaseAddress() {}

    /** Where tools are, below the address of everything. */
    static URI tools(URI api) {
        return URI.create(api + TOOLS);
    }

    /** The server's own address, without a slash at its end. */
    static String root(URI api) {
        return withoutEnd(api.toString(), API);
    }

    /**
     * The address that everything is called below.
     *
     * @param base the server's address, with or without {@code /api/v1}
     * @throws IllegalArgumentException when it is no http or https address; the message does not
     *     show it, for a key or a password may stand there by mistake
     */
    static URI of(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        String authority = String.valueOf(base.getRawAuthority());
        if (authority.indexOf('@') >= 0)
            throw new IllegalArgumentException(
                    "an address with a user name in it is not used: the key is enough");
        if (base.getHost() == null || !(scheme.equals("http") || scheme.equals("https")))
            throw new IllegalArgumentException(
                    "that is no address: write it like http://127.0.0.1:8080");
        if (base.getPort() == 0 || base.getPort() > LAST_PORT)
            throw new IllegalArgumentException("its port must be from 1 to " + LAST_PORT);
        String path = withoutEnd(base.getRawPath(), "/");
        String root = withoutEnd(withoutEnd(path, TOOLS), API);
        return URI.create(scheme + "://" + authority + root + API);
    }

    private static String withoutEnd(String path, String end) {
        return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
    }
}
