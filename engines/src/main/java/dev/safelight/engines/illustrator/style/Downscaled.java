package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;

/**
 * A smaller copy of the picture, averaged. Strokes and glows are worked out on it, so that they are
 * equally big on the page whatever the picture's resolution.
 */
final class Downscaled {
    private final int width;
    private final int height;
    private final int factor;
    private final float[] light;

    private Downscaled(int width, int height, int factor) {
        this.width = width;
        this.height = height;
        this.factor = factor;
        this.light = new float[width * height * 3];
    }

    /** @param factor how many pixels of the picture are one here, each way */
    static Downscaled of(Canvas canvas, int factor, Bands bands) throws Stopped {
        Downscaled small = new Downscaled(
                (canvas.width() + factor - 1) / factor,
                (canvas.height() + factor - 1) / factor,
                factor);
        bands.lines(small.height, y -> small.average(canvas, y));
        return small;
    }

    /** The factor at which a picture's shorter side is about this long. */
    static int factor(Canvas canvas, int side) {
        return Math.max(1, Math.round(Math.min(canvas.width(), canvas.height()) / (float) side));
    }

    private void average(Canvas canvas, int y) {
        Ink ink = new Ink();
        for (int x = 0; x < width; x++) {
            int right = Math.min(canvas.width(), (x + 1) * factor);
            int bottom = Math.min(canvas.height(), (y + 1) * factor);
            float part = 1f / ((right - x * factor) * (bottom - y * factor));
            float r = 0;
            float g = 0;
            float b = 0;
            for (int py = y * factor; py < bottom; py++) {
                for (int px = x * factor; px < right; px++) {
                    canvas.get(px, py, ink);
                    r += ink.r;
                    g += ink.g;
                    b += ink.b;
                }
            }
            ink.set(r * part, g * part, b * part);
            set(x, y, ink);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** An empty one of the same size. */
    Downscaled blank() {
        return new Downscaled(width, height, factor);
    }

    void set(int x, int y, Ink ink) {
        int at = (y * width + x) * 3;
        light[at] = ink.r;
        light[at + 1] = ink.g;
        light[at + 2] = ink.b;
    }

    /** The colour of a pixel here; outside, that of the nearest. */
    void get(int x, int y, Ink into) {
        int at = (Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)) * 3;
        into.set(light[at], light[at + 1], light[at + 2]);
    }

    float luminance(int x, int y) {
        int at = (Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)) * 3;
        return .2126f * light[at] + .7152f * light[at + 1] + .0722f * light[at + 2];
    }

    /** The colour at a pixel of the picture, smooth between the pixels here. */
    void sample(int px, int py, Ink into, Ink scratch) {
        float x = (px + .5f) / factor - .5f;
        float y = (py + .5f) / factor - .5f;
        int xi = Noise.floor(x);
        int yi = Noise.floor(y);
        float fx = x - xi;
        float fy = y - yi;
        get(xi, yi, into);
        get(xi + 1, yi, scratch);
        into.mix(scratch, fx);
        float r = into.r;
        float g = into.g;
        float b = into.b;
        get(xi, yi + 1, into);
        get(xi + 1, yi + 1, scratch);
        into.mix(scratch, fx);
        into.mix(r, g, b, 1 - fy);
    }

    /** A soft copy: a box run over lines and columns, twice. */
    Downscaled blurred(int radius, Bands bands) throws Stopped {
        Downscaled other = blank();
        Downscaled copy = blank();
        System.arraycopy(light, 0, copy.light, 0, light.length);
        for (int pass = 0; pass < 2; pass++) {
            Bands half = bands.part(pass * .5f, pass * .5f + .5f);
            half.part(0, .5f).lines(height, y -> other.run(copy, y * width * 3, 3, width, radius));
            half.part(.5f, 1).lines(width, x -> copy.run(other, x * 3, width * 3, height, radius));
        }
        return copy;
    }

    private void run(Downscaled from, int start, int step, int length, int radius) {
        float part = 1f / (2 * radius + 1);
        for (int channel = start; channel < start + 3; channel++) {
            float sum = 0;
            for (int at = -radius; at <= radius; at++)
                sum += from.light[channel + Math.clamp(at, 0, length - 1) * step];
            for (int at = 0; at < length; at++) {
                light[channel + at * step] = sum * part;
                sum += from.light[channel + Math.min(length - 1, at + radius + 1) * step];
                sum -= from.light[channel + Math.max(0, at - radius) * step];
            }
        }
    }
}
