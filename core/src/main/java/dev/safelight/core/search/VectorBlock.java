package dev.safelight.core.search;

import dev.safelight.core.id.Id;
import dev.safelight.core.search.SearchIndex.FileVectors;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;

/** Rows of one size: a file's id, its key, and the vector of a passage of it. */
final class VectorBlock {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final int LO = 8;
    private static final int KEY = 16;
    private static final int VECTOR = 24;

    private final MemorySegment memory;
    private final int dimensions;
    private final long rowBytes;
    private final int capacity;
    private int rows;

    VectorBlock(Arena arena, int capacity, int dimensions) {
        this.capacity = capacity;
        this.dimensions = dimensions;
        rowBytes = bytes(1, dimensions);
        memory = arena.allocate(bytes(capacity, dimensions), Float.BYTES);
    }

    static long bytes(int rows, int dimensions) {
        return (VECTOR + (long) dimensions * Float.BYTES) * rows;
    }

    /** For how many rows there is room. */
    int room() {
        return capacity - rows;
    }

    void add(FileVectors file) {
        var id = file.id().id();
        int count = file.vectors().count(dimensions);
        for (int passage = 0; passage < count; passage++) {
            long row = rowBytes * rows++;
            memory.set(LONG, row, id.hi());
            memory.set(LONG, row + LO, id.lo());
            memory.set(LONG, row + KEY, NearestFiles.number(file.maker()));
            file.vectors().copy(passage * dimensions, dimensions, memory, row + VECTOR);
        }
    }

    /** A row whose id is 0 is no file's. */
    void forget(Set<Id> files) {
        for (long row = 0; row < rowBytes * rows; row += rowBytes) {
            var id = new Id(memory.get(LONG, row), memory.get(LONG, row + LO));
            if (files.contains(id)) erase(row);
        }
    }

    private void erase(long row) {
        memory.set(LONG, row, 0);
        memory.set(LONG, row + LO, 0);
    }

    void showTo(NearestFiles nearest) {
        float[] wanted = nearest.wanted();
        for (long row = 0; row < rowBytes * rows; row += rowBytes) {
            long hi = memory.get(LONG, row);
            long lo = memory.get(LONG, row + LO);
            if ((hi | lo) == 0 || !nearest.wants(memory.get(LONG, row + KEY))) continue;
            nearest.show(hi, lo, product(wanted, row + VECTOR));
        }
    }

    /** Eight sums side by side: the machine adds them at once, which one long sum forbids. */
    private float product(float[] wanted, long at) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = 0;
        for (; i + 8 <= wanted.length; i += 8) {
            a += wanted[i] * memory.get(FLOAT, at + 4L * i);
            b += wanted[i + 1] * memory.get(FLOAT, at + 4L * i + 4);
            c += wanted[i + 2] * memory.get(FLOAT, at + 4L * i + 8);
            d += wanted[i + 3] * memory.get(FLOAT, at + 4L * i + 12);
            e += wanted[i + 4] * memory.get(FLOAT, at + 4L * i + 16);
            f += wanted[i + 5] * memory.get(FLOAT, at + 4L * i + 20);
            g += wanted[i + 6] * memory.get(FLOAT, at + 4L * i + 24);
            h += wanted[i + 7] * memory.get(FLOAT, at + 4L * i + 28);
        }
        for (; i < wanted.length; i++) a += wanted[i] * memory.get(FLOAT, at + 4L * i);
        return a + b + (c + d) + (e + f + (g + h));
    }
}
