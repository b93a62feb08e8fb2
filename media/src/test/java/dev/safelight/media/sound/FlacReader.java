package dev.safelight.media.sound;

import java.util.Arrays;

/** Reads FLAC as RFC 9639 says, as far as one channel of 16 bits with fixed predictors goes. */
final class FlacReader {
    private static final int[][] PREDICTORS = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};
    private final byte[] bytes;
    private long bit;

    FlacReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All samples; fails on anything that the encoder may not write. */
    short[] samples() {
        require(take(32) == 0x664C6143, "magic");
        require(take(8) == 0x80, "one block of metadata");
        require(take(24) == 34, "STREAMINFO");
        require(take(32) == 4096 * 65_537L, "least and greatest size of blocks");
        require(take(48) == 0, "sizes of frames not told");
        require(take(20) == 22_050, "sample rate");
        require(take(3) == 0, "one channel");
        require(take(5) == 15, "16 bits");
        int count = (int) take(36);
        for (int i = 0; i < 16; i++) take(8);
        short[] samples = new short[count];
        for (int at = 0, frame = 0; at < count; frame++) at += frame(samples, at, frame);
        require(bit == 8L * bytes.length, "nothing after the last frame");
        return samples;
    }

    private int frame(short[] samples, int at, int number) {
        int start = (int) (bit / 8);
        require(take(14) == 0b11111111111110, "sync");
        require(take(2) == 0, "blocks of fixed size");
        require(take(4) == 7 && take(4) == 0, "sizes in the header");
        require(take(4) == 0 && take(3) == 4 && take(1) == 0, "one channel of 16 bits");
        require(coded() == number, "number");
        int size = (int) take(16) + 1;
        require(take(8) == crc(start, 8, 0x07), "checksum of the header");
        int[] block = subframe(size);
        for (int i = 0; i < size; i++) samples[at + i] = (short) block[i];
        bit = (bit + 7) / 8 * 8;
        require(take(16) == crc(start, 16, 0x8005), "checksum of the frame");
        return size;
    }

    /** A number as UTF-8 codes a character: the first byte's leading ones count the bytes. */
    private long coded() {
        int first = (int) take(8);
        require(first >> 6 != 0b10, "the first byte of a number");
        int more = Math.max(0, Integer.numberOfLeadingZeros(~(first << 24)) - 1);
        long value = more == 0 ? first : first & (0x3F >> more);
        for (int i = 0; i < more; i++) {
            require(take(2) == 0b10, "a byte that continues a number");
            value = value << 6 | take(6);
        }
        return value;
    }

    private int[] subframe(int size) {
        require(take(1) == 0, "padding");
        int order = (int) take(6) - 8;
        require(order >= 0 && order <= 4 && take(1) == 0, "a fixed predictor");
        int[] block = new int[size];
        for (int i = 0; i < order; i++) block[i] = (short) take(16);
        require(take(2) == 0, "Rice with four bits");
        int parts = 1 << take(4);
        for (int part = 0; part < parts; part++) {
            int parameter = (int) take(4);
            int from = Math.max(order, part * (size / parts));
            for (int i = from; i < (part + 1) * (size / parts); i++) {
                int folded = (unary() << parameter) | (int) take(parameter);
                block[i] = (folded >>> 1) ^ -(folded & 1);
                for (int k = 0; k < order; k++) block[i] += PREDICTORS[order][k] * block[i - 1 - k];
            }
        }
        return block;
    }

    private int unary() {
        int zeros = 0;
        while (take(1) == 0) zeros++;
        return zeros;
    }

    private long take(int count) {
        long value = 0;
        for (int i = 0; i < count; i++, bit++)
            value = (value << 1) | ((bytes[(int) (bit / 8)] >> (7 - bit % 8)) & 1);
        return value;
    }

    private int crc(int start, int width, int polynomial) {
        byte[] frame = Arrays.copyOfRange(bytes, start, (int) (bit / 8) - width / 8);
        int crc = 0;
        for (byte b : frame)
            for (int i = 7; i >= 0; i--) {
                int carry = (crc >> (width - 1)) ^ (b >> i);
                crc = (crc << 1) & ((1 << width) - 1);
                if ((carry & 1) == 1) crc ^= polynomial;
            }
        return crc;
    }

    private static void require(boolean holds, String what) {
        if (!holds) throw new AssertionError("not as RFC 9639 says: " + what);
    }
}
