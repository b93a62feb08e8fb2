package dev.safelight.bench.search;

import dev.safelight.media.meaning.Meaning;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** What every search must do at least: multiply a vector with all others, one after the other. */
final class BareLoop {
    private static final int LENGTH = Meaning.DIMENSIONS;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final MemorySegment vectors;
    private final int count;

    BareLoop(Arena arena, int count) {
        this.count = count;
        vectors = arena.allocate((long) count * LENGTH * Float.BYTES, Float.BYTES);
        var random = new Random(2);
        for (long at = 0; at < (long) count * LENGTH; at++)
            vectors.setAtIndex(FLOAT, at, random.nextFloat() - .5f);
    }

    /** The greatest product. */
    float greatest(float[] wanted) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++)
            greatest = Math.max(greatest, product(wanted, (long) i * LENGTH * Float.BYTES));
        return greatest;
    }

    /** With several sums at once, which is the faster way: a fair reference. */
    private float product(float[] wanted, long at) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (int i = 0; i < LENGTH; i += 8) {
            a += wanted[i] * vectors.get(FLOAT, at + 4L * i);
            b += wanted[i + 1] * vectors.get(FLOAT, at + 4L * i + 4);
            c += wanted[i + 2] * vectors.get(FLOAT, at + 4L * i + 8);
            d += wanted[i + 3] * vectors.get(FLOAT, at + 4L * i + 12);
            e += wanted[i + 4] * vectors.get(FLOAT, at + 4L * i + 16);
            f += wanted[i + 5] * vectors.get(FLOAT, at + 4L * i + 20);
            g += wanted[i + 6] * vectors.get(FLOAT, at + 4L * i + 24);
            h += wanted[i + 7] * vectors.get(FLOAT, at + 4L * i + 28);
        }
        return a + b + c + d + e + f + g + h;
    }
}
