package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.Id;
import dev.safelight.core.task.Fingerprint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** 128 bits as the 16 bytes that a row holds, or two such behind each other. */
public final class Bytes {
    private Bytes() {}

    public static byte[] of(Id id) {
        return of(id.hi(), id.lo());
    }

    public static byte[] of(Fingerprint print) {
        return of(print.hi(), print.lo());
    }

    static byte[] of(Fingerprint first, Fingerprint second) {
        return ByteBuffer.allocate(32).put(of(first)).put(of(second)).array();
    }

    private static byte[] of(long hi, long lo) {
        return ByteBuffer.allocate(16).putLong(hi).putLong(lo).array();
    }

    /** A digest as a row holds it. */
    public static byte[] ofHex(String digest) {
        return HexFormat.of().parseHex(digest);
    }

    /** The digest that a row holds. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static Id id(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    public static Fingerprint fingerprint(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Fingerprint(buffer.getLong(), buffer.getLong());
    }

    /** The second of two; the only one where there is one. */
    static Fingerprint lastFingerprint(byte[] bytes) {
        return fingerprint(Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length));
    }
}
