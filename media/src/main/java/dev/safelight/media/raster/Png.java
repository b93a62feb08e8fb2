package dev.safelight.media.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a PNG row by row, so that a picture of 50 MB is never held twice. */
public final class Png implements PictureFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte PERCEPTUAL = 0;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 20);
    private final Deflater deflater = new Deflater(3);
    private final OutputStream rows = new DeflaterOutputStream(new Chunks(), deflater, 1 << 16);
    private final byte[] before;
    private final byte[] filtered;

    /**
     * Begins a file of so many pixels.
     *
     * @param words what the file tells of itself, as in {@code Software} and what made it; of
     *     Latin-1 they become {@code tEXt}, of anything else {@code iTXt}
     */
    public Png(int width, int height, Map<String, String> words) throws IOException {
        this.before = new byte[width * 3];
        this.filtered = new byte[width * 3 + 1];
        file.write(SIGNATURE);
        // Eight bits, colour without alpha, no interlacing.
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk("IHDR", header, header.length);
        chunk("sRGB", new byte[] {PERCEPTUAL}, 1);
        for (var word : words.entrySet()) text(word.getKey(), word.getValue());
    }

    private void text(String keyword, String text) throws IOException {
        var chunk = new ByteArrayOutputStream();
        chunk.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        chunk.write(0);
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            chunk.write(text.getBytes(StandardCharsets.ISO_8859_1));
            chunk("tEXt", chunk.toByteArray(), chunk.size());
        } else {
            // Not compressed, of no language, and the keyword is not translated.
            chunk.write(new byte[4]);
            chunk.write(text.getBytes(StandardCharsets.UTF_8));
            chunk("iTXt", chunk.toByteArray(), chunk.size());
        }
    }

    @Override
    public void row(byte[] rgb) throws IOException {
        filtered[0] = 4;
        for (int at = 0; at < rgb.length; at++) {
            int left = at < 3 ? 0 : rgb[at - 3] & 255;
            int up = before[at] & 255;
            int corner = at < 3 ? 0 : before[at - 3] & 255;
            filtered[at + 1] = (byte) (rgb[at] - nearest(left, up, corner));
        }
        System.arraycopy(rgb, 0, before, 0, rgb.length);
        rows.write(filtered);
    }

    /** The Paeth predictor of the PNG specification. */
    private static int nearest(int left, int up, int corner) {
        int byLeft = Math.abs(up - corner);
        int byUp = Math.abs(left - corner);
        int byCorner = Math.abs(left + up - 2 * corner);
        if (byLeft <= byUp && byLeft <= byCorner) return left;
        return byUp <= byCorner ? up : corner;
    }

    /** All but the last rows are compressed already: it is done at once. */
    @Override
    public byte[] finish(BooleanSupplier stopped) throws IOException {
        rows.close();
        chunk("IEND", new byte[0], 0);
        return file.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data, 0, length);
        file.write(ByteBuffer.allocate(4).putInt(length).array());
        file.write(name);
        file.write(data, 0, length);
        file.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    /** Each buffer that the deflater hands over becomes a chunk of picture data. */
    private final class Chunks extends OutputStream {
        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] data, int from, int length) throws IOException {
            byte[] part =
                    from == 0 ? data : java.util.Arrays.copyOfRange(data, from, from + length);
            chunk("IDAT", part, length);
        }
    }
}
