package dev.safelight.media.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a camera writes into its pictures. */
public final class Cameras {
    private static final int ENTRY = 12;

    private Cameras() {}

    /**
     * The same picture, to be shown turned.
     *
     * @param code by Exif: 1 is as it is, 6 is a quarter to the right
     */
    public static Path turned(Path jpeg, Path to, int code) throws IOException {
        var words = ByteBuffer.allocate(100);
        words.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        words.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) code);
        words.position(16 + ENTRY + 4).flip();
        var plain = Files.readAllBytes(jpeg);
        var whole = ByteBuffer.allocate(plain.length + words.limit() + 4);
        whole.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (words.limit() + 2));
        whole.put(words).put(plain, 2, plain.length - 2);
        return Files.write(to, whole.array());
    }
}
