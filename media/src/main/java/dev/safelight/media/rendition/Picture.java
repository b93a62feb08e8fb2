package dev.safelight.media.rendition;

import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.Rendition.Size;
import dev.safelight.core.asset.RenditionMaker.Made;
import dev.safelight.media.header.Orientation;
import dev.safelight.media.raster.Jpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A small picture, all of it in memory. */
final class Picture implements Pixels {
    private static final int QUALITY = 85;
    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * Of pixels that are not copied: the caller leaves them alone.
     */
    Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void row(int y, int[] into) {
        System.arraycopy(pixels, y * width, into, 0, width);
    }

    /** As it is to be shown. */
    Picture turned(Orientation turn) {
        if (turn == Orientation.NONE) return this;
        int wide = turn.swapsSides() ? height : width;
        int high = turn.swapsSides() ? width : height;
        var shown = new int[pixels.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++)
                shown[y * wide + x] = pixels[turn.shown(x, y, width, height)];
        }
        return new Picture(wide, high, shown);
    }

    /** A JPEG where it hides nothing of what lies behind it, else a PNG. */
    Made file(Size size) throws IOException {
        boolean opaque = isOpaque();
        var content = Content.of(opaque ? jpeg() : png());
        return new Made(size, content, opaque ? "image/jpeg" : "image/png", width, height);
    }

    private boolean isOpaque() {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 255) return false;
        }
        return true;
    }

    private byte[] jpeg() throws IOException {
        try (var file = new Jpeg(width, height, Map.of(), QUALITY)) {
            var row = new byte[width * 3];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    row[x * 3] = (byte) (pixel >> 16);
                    row[x * 3 + 1] = (byte) (pixel >> 8);
                    row[x * 3 + 2] = (byte) pixel;
                }
                file.row(row);
            }
            return file.finish();
        }
    }

    private byte[] png() throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        var file = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) throw new IOException("no writer of PNG");
        }
        return file.toByteArray();
    }
}
