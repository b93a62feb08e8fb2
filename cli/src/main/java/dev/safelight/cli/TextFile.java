package dev.safelight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a text in UTF-8, strictly: what is something else would be paid for and spoken wrong. */
final class TextFile {
    private static final int LONGEST = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextFile() {}

    static String read(String file) throws IOException {
        try (var in = Files.newInputStream(Path.of(file))) {
            return read(in);
        } catch (InvalidPathException e) {
            throw new IOException("that cannot be the name of a file here", e);
        }
    }

    static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) throw new IOException("it is too long: more than 1 MiB");
        if (isUtf16(bytes)) throw new IOException("it is UTF-16 text: save it as UTF-8");
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf('\0') >= 0) throw new IOException("it is not UTF-8 text");
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** By its mark; else by the zero that goes with each Latin letter, always on the same side. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2 || bytes.length % 2 != 0) return false;
        int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (mark == 0xfeff || mark == 0xfffe) return true;
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == 0) zeros[i % 2]++;
        int most = Math.max(zeros[0], zeros[1]);
        return Math.min(zeros[0], zeros[1]) == 0 && most * 4 > bytes.length;
    }
}
