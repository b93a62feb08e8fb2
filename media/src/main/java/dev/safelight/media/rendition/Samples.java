package dev.safelight.media.rendition;

import dev.safelight.media.header.JpegHeader.Colours;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Decoded samples, made pixels row by row. Java's own way takes grey for light and comes out too
 * bright, and runs a stranger's colour profile.
 */
final class Samples implements Pixels {
    private final Raster raster;
    private final Reading reading;
    private final int[] row;

    private Samples(Raster raster, Reading reading) {
        this.raster = raster;
        this.reading = reading;
        this.row = new int[raster.getWidth() * raster.getNumBands()];
    }

    /** How the samples of one pixel, from a place in a row, become a pixel. */
    private interface Reading {
        int pixel(int[] samples, int at);
    }

    /** Of a picture of numbered colours, or of 1 to 4 samples: grey or colour, then alpha. */
    static Samples of(BufferedImage image) {
        var raster = image.getRaster();
        if (image.getColorModel() instanceof IndexColorModel colours)
            return new Samples(raster, (samples, at) -> colours.getRGB(samples[at]));
        int deep = raster.getSampleModel().getSampleSize(0);
        return new Samples(raster, plain(raster.getNumBands(), (1 << deep) - 1));
    }

    private static Reading plain(int bands, int most) {
        return switch (bands) {
            case 1 -> (s, at) -> grey(255, part(s[at], most));
            case 2 -> (s, at) -> grey(part(s[at + 1], most), part(s[at], most));
            case 3 -> (s, at) -> colour(255, s, at, most);
            default -> (s, at) -> colour(part(s[at + 3], most), s, at, most);
        };
    }

    /**
     * Of numbers of colours.
     *
     * @param palette the colours; a number beyond them is black
     */
    static Samples of(Raster raster, int[] palette) {
        return new Samples(raster, (s, at) -> s[at] < palette.length ? palette[s[at]] : 0xFF000000);
    }

    /** Of a JPEG, as it is stored. */
    static Samples of(Raster raster, Colours colours) {
        return new Samples(
                raster,
                switch (colours) {
                    case GREY -> (s, at) -> grey(255, s[at]);
                    case RGB -> (s, at) -> colour(255, s, at, 255);
                    case LUMA -> Samples::luma;
                    case CMYK -> (s, at) -> darker(colour(255, s, at, 255), s[at + 3]);
                    case LUMA_BLACK -> (s, at) -> darker(~luma(s, at) | 0xFF000000, s[at + 3]);
                });
    }

    private static int part(int sample, int most) {
        return most == 255 ? sample : (sample * 255 + most / 2) / most;
    }

    private static int grey(int alpha, int grey) {
        return alpha << 24 | grey << 16 | grey << 8 | grey;
    }

    private static int colour(int alpha, int[] s, int at, int most) {
        return alpha << 24
                | part(s[at], most) << 16
                | part(s[at + 1], most) << 8
                | part(s[at + 2], most);
    }

    /** By JFIF. */
    private static int luma(int[] s, int at) {
        float blue = s[at + 1] - 128f;
        float red = s[at + 2] - 128f;
        return 255 << 24
                | byteOf(s[at] + 1.402f * red) << 16
                | byteOf(s[at] - 0.344136f * blue - 0.714136f * red) << 8
                | byteOf(s[at] + 1.772f * blue);
    }

    private static int byteOf(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** What is printed is stored the other way around: 255 is no ink, and no black. */
    private static int darker(int pixel, int black) {
        int red = (pixel >> 16 & 255) * black / 255;
        int green = (pixel >> 8 & 255) * black / 255;
        return 255 << 24 | red << 16 | green << 8 | (pixel & 255) * black / 255;
    }

    @Override
    public int width() {
        return raster.getWidth();
    }

    @Override
    public int height() {
        return raster.getHeight();
    }

    @Override
    public void row(int y, int[] into) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width(), 1, row);
        int bands = raster.getNumBands();
        for (int x = 0; x < into.length; x++) into[x] = reading.pixel(row, x * bands);
    }
}
