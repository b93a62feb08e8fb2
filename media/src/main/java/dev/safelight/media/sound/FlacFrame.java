package dev.safelight.media.sound;

import java.nio.charset.StandardCharsets;

/** One frame of FLAC (RFC 9639): up to 4,096 samples of one channel, by its best predictor. */
final class FlacFrame {
    static final int BLOCK = 4096;
    private static final int HIGHEST_ORDER = 4;
    private static final int SYNC = 0b11111111111110;
    private static final int SIZE_FOLLOWS = 7; // the block's size less one, in 16 bits
    private static final int RATE_IN_STREAMINFO = 0;
    private static final int SIXTEEN_BITS = 4;

    private FlacFrame() {}

    /** Writes the samples {@code from} to {@code to}. */
    static void write(BitSink out, short[] samples, int from, int to, int number) {
        int start = out.size();
        header(out, to - from, number);
        out.put(out.crc(start, 8, 0x07), 8);
        int[] block = new int[to - from];
        for (int i = 0; i < block.length; i++) block[i] = samples[from + i];
        subframe(out, block);
        out.align();
        out.put(out.crc(start, 16, 0x8005), 16);
    }

    private static void header(BitSink out, int size, int number) {
        out.put(SYNC, 14);
        out.put(0, 2); // reserved; blocks of fixed size
        out.put(SIZE_FOLLOWS, 4);
        out.put(RATE_IN_STREAMINFO, 4);
        out.put(0, 4); // one channel
        out.put(SIXTEEN_BITS, 3);
        out.put(0, 1);
        // The number is coded as UTF-8 codes characters; a frame number never meets a surrogate
        // pair's range, because 20,000 characters make fewer than 55,296 frames.
        for (byte b : new String(Character.toChars(number)).getBytes(StandardCharsets.UTF_8))
            out.put(b & 0xFF, 8);
        out.put(size - 1, 16);
    }

    private static void subframe(BitSink out, int[] block) {
        int order = 0;
        int[] best = block;
        int[] residual = block;
        for (int next = 1; next <= Math.min(HIGHEST_ORDER, block.length - 1); next++) {
            residual = difference(residual, next);
            if (cost(residual, HIGHEST_ORDER) >= cost(best, HIGHEST_ORDER)) continue;
            best = residual;
            order = next;
        }
        out.put(0b001000 | order, 7); // a zero, then "fixed predictor" and its order
        out.put(0, 1); // no bits wasted
        for (int i = 0; i < order; i++) out.put(block[i], 16);
        Rice.write(out, best, order);
    }

    /** Each value less the one before it; those before {@code from} are left as they are. */
    private static int[] difference(int[] values, int from) {
        int[] next = values.clone();
        for (int i = values.length - 1; i >= from; i--) next[i] = values[i] - values[i - 1];
        return next;
    }

    private static long cost(int[] residual, int from) {
        long sum = 0;
        for (int i = from; i < residual.length; i++) sum += Math.abs(residual[i]);
        return sum;
    }
}
