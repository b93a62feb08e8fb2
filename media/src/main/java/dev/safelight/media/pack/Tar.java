package dev.safelight.media.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The part of the tar format (POSIX ustar) that package archives use. Read once, front to back. */
record Tar(InputStream in) {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;

    /** Copies the first plain file of that name; false when there is none. */
    boolean copy(String path, OutputStream out) throws IOException {
        while (true) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) return false;
            long size = octal(header, SIZE_AT, 12);
            boolean isFile = header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
            if (isFile && name(header).equals(path)) {
                take(size, out);
                return true;
            }
            in.skipNBytes(Math.ceilDiv(size, BLOCK) * BLOCK);
        }
    }

    private void take(long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) throw new EOFException("the archive is cut short");
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static String name(byte[] header) {
        String prefix = text(header, PREFIX_AT, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int most) {
        int length = 0;
        while (length < most && header[from + length] != 0) length++;
        return new String(header, from, length, UTF_8);
    }

    private static long octal(byte[] header, int from, int most) throws IOException {
        try {
            String digits = text(header, from, most).strip();
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("not a tar archive", e);
        }
    }
}
