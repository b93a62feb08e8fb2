package dev.safelight.media.sound;

import java.util.Arrays;

/** Bits into bytes, the highest first. */
final class BitSink {
    private byte[] bytes = new byte[1 << 14];
    private int size;
    private long held;
    private int count;

    /** Writes the lowest bits of a value. */
    void put(long value, int bits) {
        for (int left = bits; left > 0; ) {
            int take = Math.min(left, 32);
            left -= take;
            held = (held << take) | ((value >>> left) & ((1L << take) - 1));
            count += take;
            drain();
        }
    }

    /** Writes so many zeros and a one. */
    void putUnary(int zeros) {
        int left = zeros;
        for (; left >= 32; left -= 32) put(0, 32);
        put(1, left + 1);
    }

    /** Fills the last byte with zeros. */
    void align() {
        if (count > 0) put(0, 8 - count);
    }

    /** How many whole bytes there are. */
    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The checksum of the bytes from {@code from}: 8 or 16 bits wide, as FLAC defines it. */
    int crc(int from, int width, int polynomial) {
        int crc = 0;
        int top = 1 << (width - 1);
        for (int i = from; i < size; i++) {
            crc ^= (bytes[i] & 0xFF) << (width - 8);
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & top) == 0 ? crc << 1 : (crc << 1) ^ polynomial;
            crc &= (top << 1) - 1;
        }
        return crc;
    }

    private void drain() {
        while (count >= 8) {
            if (size == bytes.length) bytes = Arrays.copyOf(bytes, size * 2);
            count -= 8;
            bytes[size++] = (byte) (held >>> count);
        }
    }
}
