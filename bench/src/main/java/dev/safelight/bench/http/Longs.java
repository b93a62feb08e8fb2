package dev.safelight.bench.http;

import java.util.Arrays;

/** Numbers that gather without a box each. */
final class Longs {
    private long[] values = new long[1_024];
    private int size;

    void add(long value) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
