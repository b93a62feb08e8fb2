package dev.safelight.server.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param from the first byte
 * @param length how many; at least one
 */
record ByteRange(long from, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** What became of a {@code Range} header. */
    sealed interface Asked {}

    /** A part that exists. */
    record Part(ByteRange range) implements Asked {}

    /** The whole file: none was asked for, or in a form that we may ignore, as several at once. */
    record Whole() implements Asked {}

    /** A part outside the file. */
    record Outside() implements Asked {}

    /** Reads one range or a suffix, of a file with so many bytes. */
    static Asked read(Optional<String> header, long bytes) {
        Matcher one = ONE.matcher(header.orElse(""));
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty()))
            return new Whole();
        if (one.group(1).isEmpty()) return suffix(Long.parseLong(one.group(2)), bytes);
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        if (to < from) return new Whole();
        if (from >= bytes) return new Outside();
        return new Part(new ByteRange(from, Math.min(to, bytes - 1) - from + 1));
    }

    private static Asked suffix(long last, long bytes) {
        if (last == 0 || bytes == 0) return new Outside();
        long length = Math.min(last, bytes);
        return new Part(new ByteRange(bytes - length, length));
    }

    /** As in {@code bytes 0-99/1234}. */
    String contentRange(long bytes) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + bytes;
    }
}
