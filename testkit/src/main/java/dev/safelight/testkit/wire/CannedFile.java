package dev.safelight.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one file that every canned task makes. */
final class CannedFile {
    static final String TYPE = "image/png";

    private CannedFile() {}

    static byte[] bytes() {
        return "a file that stands for a picture\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    }

    static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
