package dev.safelight.server.asset;

import java.nio.charset.StandardCharsets;

/** Writes {@code Content-Disposition}: a plain name for old readers, RFC 5987 for the rest. */
final class Disposition {
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    /** What runs scripts when it is opened is never shown in place. */
    static String of(String name, String contentType) {
        boolean shown = ShownType.of(contentType) != ShownType.NEVER;
        return named(shown ? "inline" : "attachment", name);
    }

    /** For an address by which a file is to be saved, whatever it is. */
    static String attachment(String name) {
        return named("attachment", name);
    }

    private static String named(String kind, String name) {
        return kind + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\]", "_");
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            if (kept) text.append(c);
            else text.append('%').append(String.format("%02X", (int) c));
        }
        return text.toString();
    }
}
