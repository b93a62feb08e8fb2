package dev.safelight.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code sl_live_} or {@code sl_test_}, 32 base-62 characters, 6 of CRC-32,
 * so that scanners find a leaked one and a mistyped one is told apart from a revoked one.
 */
public record KeyText(String text) {
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 32;
    private static final int CHECK_LENGTH = 6;
    private static final List<String> PREFIXES = List.of(prefix(Mode.LIVE), prefix(Mode.TEST));

    /** No key has fewer characters. */
    public static final int SHORTEST = 16;

    private static final int LONGEST = 200;

    /**
     * A key as it comes in, from a file, the environment or a header: line ends, blanks and byte
     * order marks around it are no part of it.
     */
    public static KeyText given(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && isInvisible(raw.charAt(from))) from++;
        while (from < to && isInvisible(raw.charAt(to - 1))) to--;
        return new KeyText(raw.substring(from, to));
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** Whether a key that we minted, or a part of one, stands in a text. */
    public static boolean isIn(String text) {
        return PREFIXES.stream().anyMatch(text::contains);
    }

    /** Draws a fresh key. */
    public static KeyText mint(Mode mode, RandomGenerator random) {
        var text = new StringBuilder(prefix(mode));
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return new KeyText(text.append(checksum(text.toString())).toString());
    }

    private static String prefix(Mode mode) {
        return switch (mode) {
            case LIVE -> "sl_live_";
            case TEST -> "sl_test_";
        };
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] check = new char[CHECK_LENGTH];
        for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
            check[i] = BASE62.charAt((int) (rest % BASE62.length()));
            rest /= BASE62.length();
        }
        return new String(check);
    }

    /** Whether an operator may choose this text as a key: 16 or more printable characters. */
    public boolean isAcceptable() {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Whether this has our prefix but not our checksum: surely mistyped. */
    public boolean isMistyped() {
        if (PREFIXES.stream().noneMatch(text::startsWith)) return false;
        int body = text.length() - CHECK_LENGTH;
        return body < SHORTEST || !checksum(text.substring(0, body)).equals(text.substring(body));
    }

    /** What is kept. */
    public KeyDigest digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return new KeyDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first characters, enough for a person to tell keys apart. */
    public String hint() {
        return text.substring(0, Math.min(12, text.length() / 2)) + "…";
    }

    /** Never the text: keys end up in logs. */
    @Override
    public String toString() {
        return hint();
    }
}
