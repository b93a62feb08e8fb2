package dev.safelight.media.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a JPEG. Its pixels are held until all are there; nothing is written to the disk. */
public final class Jpeg implements PictureFile {
    private static final int MOST_WORDS = 60_000;
    private final BufferedImage pixels;
    private final Map<String, String> words;
    private final float quality;
    private int rows;

    /**
     * Begins a file of so many pixels.
     *
     * @param words what the file tells of itself, in its comment
     * @param quality 0-100
     */
    public Jpeg(int width, int height, Map<String, String> words, int quality) {
        this.pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.words = words;
        this.quality = quality / 100f;
    }

    @Override
    public void row(byte[] rgb) {
        var row = new int[pixels.getWidth()];
        for (int x = 0; x < row.length; x++) {
            int green = (rgb[x * 3 + 1] & 255) << 8;
            row[x] = ((rgb[x * 3] & 255) << 16) | green | (rgb[x * 3 + 2] & 255);
        }
        pixels.getRaster().setDataElements(0, rows++, row.length, 1, row);
    }

    @Override
    public byte[] finish(BooleanSupplier stopped) throws IOException {
        var file = new ByteArrayOutputStream(1 << 20);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new Output(file, stopped)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(pixels, null, null), how);
        } finally {
            writer.dispose();
        }
        return withWords(file.toByteArray());
    }

    /** A comment after the two bytes that begin every JPEG. */
    private byte[] withWords(byte[] file) {
        String text = words.entrySet().stream()
                .map(word -> word.getKey() + ": " + word.getValue())
                .collect(Collectors.joining("\n"));
        byte[] comment = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(comment.length, MOST_WORDS);
        var whole = ByteBuffer.allocate(file.length + length + 4);
        whole.put(file, 0, 2).putShort((short) 0xFFFE).putShort((short) (length + 2));
        return whole.put(comment, 0, length).put(file, 2, file.length - 2).array();
    }

    /** Takes the file piece by piece, as it is encoded, until stopped. */
    private static final class Output extends MemoryCacheImageOutputStream {
        private final BooleanSupplier stopped;

        Output(OutputStream file, BooleanSupplier stopped) {
            super(file);
            this.stopped = stopped;
        }

        @Override
        public void write(byte[] piece, int from, int length) throws IOException {
            if (stopped.getAsBoolean()) throw new InterruptedIOException("stopped");
            super.write(piece, from, length);
        }
    }

    @Override
    public void close() {
        // The pixels go with the object.
    }
}
