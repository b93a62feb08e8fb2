package dev.safelight.core.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * The vectors of one file's passages, one behind the other, as they are kept: 4 bytes a number, the
 * lowest first. A file whose texts say nothing has none.
 */
public final class Vectors {
    private final byte[] bytes;

    private Vectors(byte[] bytes) {
        this.bytes = bytes;
    }

    /** As {@link #bytes} gave them out; not copied. */
    public static Vectors of(byte[] bytes) {
        return new Vectors(bytes);
    }

    public static Vectors of(List<float[]> passages) {
        int numbers = passages.stream().mapToInt(passage -> passage.length).sum();
        var bytes = new byte[numbers * Float.BYTES];
        var into = numbers(bytes);
        passages.forEach(into::put);
        return new Vectors(bytes);
    }

    /** What a store keeps; not copied. */
    public byte[] bytes() {
        return bytes;
    }

    FloatBuffer numbers() {
        return numbers(bytes);
    }

    private static FloatBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
