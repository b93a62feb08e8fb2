package dev.safelight.server.dialect.tasks;

import java.util.Base64;
import java.util.Optional;

/** Bytes that stand in a text, as in {@code data:image/png;base64,iVBORw0...}. */
final class DataUri {
    private static final String SCHEME = "data:";
    private static final String PICTURE = "image/";
    private static final String BASE64 = ";base64";

    private DataUri() {}

    private static boolean is(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The bytes of a picture. Empty unless it says that it is one and all of it is base 64, padded
     * and without blanks; of what type it is, its bytes tell.
     */
    static Optional<byte[]> picture(String text) {
        int comma = text.indexOf(',');
        if (!is(text) || comma < 0) return Optional.empty();
        String type = text.substring(SCHEME.length(), comma);
        boolean pictured = type.regionMatches(true, 0, PICTURE, 0, PICTURE.length());
        int end = type.length() - BASE64.length();
        boolean coded = end > 0 && type.regionMatches(true, end, BASE64, 0, BASE64.length());
        String body = text.substring(comma + 1);
        if (!pictured || !coded || body.isEmpty() || body.length() % 4 != 0)
            return Optional.empty();
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
