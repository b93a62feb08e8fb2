package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;

/** Reads a sprite between its pixels, in linear light multiplied by alpha. */
final class Texture {
    private static final float[] LINEAR = new float[256];

    static {
        for (int value = 0; value < 256; value++) LINEAR[value] = Rgb.linear(value);
    }

    private final Sprite sprite;

    Texture(Sprite sprite) {
        this.sprite = sprite;
    }

    /**
     * Puts the colour into {@code out}, multiplied by the alpha that is returned.
     *
     * @param x in pixels of the sprite, 0.5 in the middle of the first
     */
    float at(float x, float y, Ink out) {
        float px = x - .5f;
        float py = y - .5f;
        int xi = Noise.floor(px);
        int yi = Noise.floor(py);
        float fx = px - xi;
        float fy = py - yi;
        out.set(0, 0, 0);
        return tap(xi, yi, (1 - fx) * (1 - fy), out)
                + tap(xi + 1, yi, fx * (1 - fy), out)
                + tap(xi, yi + 1, (1 - fx) * fy, out)
                + tap(xi + 1, yi + 1, fx * fy, out);
    }

    private float tap(int x, int y, float share, Ink out) {
        if (x < 0 || y < 0 || x >= sprite.width() || y >= sprite.height() || share <= 0) return 0;
        int pixel = sprite.argb()[y * sprite.width() + x];
        float cover = (pixel >>> 24) / 255f * share;
        out.r += LINEAR[pixel >> 16 & 255] * cover;
        out.g += LINEAR[pixel >> 8 & 255] * cover;
        out.b += LINEAR[pixel & 255] * cover;
        return cover;
    }
}
