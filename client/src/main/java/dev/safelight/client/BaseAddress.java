package dev.safelight.client;

import java.net.URI;
import java.util.Locale;

/** Where the tools are. */
final class BaseAddress {
    private static final String API = "/api/v1";
    private static final String TOOLS = "/tools";

    private BaseAddress() {}

    /**
     * @param base the server's address, with or without {@code /api/v1}
     * @throws IllegalArgumentException when it is no http or https address
     */
    static URI of(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (base.getHost() == null || !(scheme.equals("http") || scheme.equals("https")))
            throw new IllegalArgumentException(
                    "'" + base + "' is no address: write it like http://127.0.0.1:8080");
        String path = withoutEnd(base.getPath(), "/");
        String root = withoutEnd(withoutEnd(path, TOOLS), API);
        return URI.create(scheme + "://" + base.getRawAuthority() + root + API + TOOLS);
    }

    private static String withoutEnd(String path, String end) {
        return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
    }
}
