package dev.safelight.app.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Sound files of noise: any byte of theirs that is lost or doubled shows. */
final class WaveBytes {
    private static final int HERTZ = 8_000;
    private static final int HEADER = 44;

    private WaveBytes() {}

    /** A WAV of one channel of 16 bits, 16,000 bytes a second. */
    static byte[] noise(int seconds, long seed) {
        var samples = new byte[seconds * HERTZ * 2];
        new Random(seed).nextBytes(samples);
        return ByteBuffer.allocate(HEADER + samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER - 8 + samples.length)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(HERTZ)
                .putInt(HERTZ * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(samples.length)
                .put(samples)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
