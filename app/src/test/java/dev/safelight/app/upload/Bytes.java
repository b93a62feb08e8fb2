package dev.safelight.app.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Files as the tests' inspector tells them, with noise in them. */
final class Bytes {
    private Bytes() {}

    /** Begins as a PNG of 640 by 480 does. */
    static byte[] png(int length) {
        byte[] bytes = noise(length);
        byte[] head = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer.wrap(bytes)
                .put(head)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(640)
                .putInt(480);
        return bytes;
    }

    /** Begins as a WAV does. */
    static byte[] wav(int length) {
        byte[] bytes = noise(length);
        var head = ByteBuffer.wrap(bytes);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        head.put("WAVE".getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    /** Begins as nothing that is taken does. */
    static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        if (length > 0) bytes[0] = '?';
        return bytes;
    }
}
