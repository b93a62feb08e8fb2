package dev.safelight.media.rendition;

import java.util.Arrays;

/**
 * Makes a picture smaller: each new pixel is the average, by light and by area, of all that it
 * covers. Light, because averages of the numbers in files come out too dark.
 */
final class Downsampler {
    private static final int FINE = 1 << 14;
    private static final float[] LIGHT = light();
    private static final byte[] NUMBER = number();

    private final Pixels from;
    private final int width;
    private final int height;
    private final int[] pixels;

    /** Four values a pixel: red, green and blue by light and alpha, and alpha. */
    private final float[] narrow;

    private final float[] sum;

    private Downsampler(Pixels from, int width, int height) {
        this.from = from;
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.narrow = new float[width * 4];
        this.sum = new float[width * 4];
    }

    /** One whose longer side has so many pixels; the same sides where it is no larger. */
    static Picture to(int longest, Pixels from) {
        double scale = Math.min(1, (double) longest / Math.max(from.width(), from.height()));
        int width = Math.max(1, (int) Math.round(from.width() * scale));
        int height = Math.max(1, (int) Math.round(from.height() * scale));
        return new Downsampler(from, width, height).run();
    }

    private Picture run() {
        var row = new int[from.width()];
        double step = (double) height / from.height();
        int at = 0;
        for (int y = 0; y < from.height(); y++) {
            from.row(y, row);
            narrow(row);
            double end = (y + 1) * step;
            // A row reaches into the next one at most: it is never made higher.
            double here = Math.min(end, at + 1) - y * step;
            add((float) here);
            if (end >= at + 1 - 1e-9 || y == from.height() - 1) {
                write(at++);
                if (at == height) break;
                Arrays.fill(sum, 0);
                add((float) Math.max(0, end - at));
            }
        }
        return new Picture(width, height, pixels);
    }

    private void narrow(int[] row) {
        Arrays.fill(narrow, 0);
        double step = (double) width / row.length;
        for (int x = 0; x < row.length; x++) {
            double begin = x * step;
            double end = (x + 1) * step;
            int first = Math.min((int) begin, width - 1);
            float here = (float) (Math.min(end, first + 1) - begin);
            float next = (float) (step - here);
            put(first, row[x], here);
            if (next > 1e-7f && first + 1 < width) put(first + 1, row[x], next);
        }
    }

    private void put(int at, int pixel, float share) {
        float alpha = (pixel >>> 24) * share / 255;
        narrow[at * 4] += LIGHT[pixel >> 16 & 255] * alpha;
        narrow[at * 4 + 1] += LIGHT[pixel >> 8 & 255] * alpha;
        narrow[at * 4 + 2] += LIGHT[pixel & 255] * alpha;
        narrow[at * 4 + 3] += alpha;
    }

    private void add(float share) {
        for (int i = 0; i < sum.length; i++) sum[i] += narrow[i] * share;
    }

    private void write(int y) {
        for (int x = 0; x < width; x++) {
            float alpha = sum[x * 4 + 3];
            if (alpha < 1e-4f) continue;
            int pixel = Math.min(255, Math.round(alpha * 255)) << 24;
            for (int i = 0; i < 3; i++) pixel |= number(sum[x * 4 + i] / alpha) << (16 - 8 * i);
            pixels[y * width + x] = pixel;
        }
    }

    private static int number(float light) {
        return NUMBER[Math.clamp(Math.round(light * FINE), 0, FINE)] & 255;
    }

    /** The light of each number, by sRGB. */
    private static float[] light() {
        var light = new float[256];
        for (int i = 0; i < 256; i++) {
            double part = i / 255.0;
            light[i] = (float)
                    (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return light;
    }

    private static byte[] number() {
        var number = new byte[FINE + 1];
        for (int i = 0; i <= FINE; i++) {
            double light = (double) i / FINE;
            double part =
                    light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            number[i] = (byte) Math.round(part * 255);
        }
        return number;
    }
}
