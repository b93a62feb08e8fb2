package dev.safelight.core.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The vectors of one file's passages, one behind the other, as they are kept: 4 bytes a number, the
 * lowest first. A file whose texts say nothing has none.
 */
public final class Vectors {
    /** Of a file that says nothing. */
    public static final Vectors NONE = new Vectors(new byte[0]);

    private static final ValueLayout.OfFloat KEPT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

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
        var into = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        passages.forEach(into::put);
        return new Vectors(bytes);
    }

    /** What a store keeps; not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many vectors these are, of so many numbers each. */
    int count(int dimensions) {
        return bytes.length / Float.BYTES / dimensions;
    }

    /** Copies numbers as the machine has them. */
    void copy(int from, int count, MemorySegment into, long at) {
        MemorySegment.copy(
                MemorySegment.ofArray(bytes),
                KEPT,
                (long) from * Float.BYTES,
                into,
                ValueLayout.JAVA_FLOAT,
                at,
                count);
    }
}
