package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.paint.Noise;

/**
 * How far a drawing bulges: its outline, blurred. The slope of it tells which way each part of a
 * flat drawing faces; its height is also the drawing's soft shadow.
 */
final class Relief {
    private final int width;
    private final int height;
    private final int margin;
    private final float[] bulge;

    private Relief(int width, int height, int margin, float[] bulge) {
        this.width = width;
        this.height = height;
        this.margin = margin;
        this.bulge = bulge;
    }

    /** @param share the blur, as a share of the drawing's height */
    static Relief of(Sprite sprite, float share) {
        int radius = Math.max(1, Math.round(sprite.height() * share));
        int margin = radius * 2 + 1;
        int width = sprite.width() + 2 * margin;
        int height = sprite.height() + 2 * margin;
        float[] map = new float[width * height];
        for (int y = 0; y < sprite.height(); y++) {
            for (int x = 0; x < sprite.width(); x++)
                map[(y + margin) * width + x + margin] = sprite.alpha(x, y) / 255f;
        }
        float[] other = new float[map.length];
        // Two passes of a box each way are close to a bell curve.
        for (int pass = 0; pass < 2; pass++) {
            blur(map, other, new int[] {width, height, 1, width}, radius);
            blur(other, map, new int[] {height, width, width, 1}, radius);
        }
        return new Relief(width, height, margin, map);
    }

    /**
     * Blurs lines; {@code shape} is their length, their number, the step along one and to the next.
     */
    private static void blur(float[] from, float[] to, int[] shape, int radius) {
        float part = 1f / (2 * radius + 1);
        for (int line = 0; line < shape[1]; line++) {
            int start = line * shape[3];
            float sum = 0;
            for (int at = -radius; at < shape[0]; at++) {
                if (at + radius < shape[0]) sum += from[start + (at + radius) * shape[2]];
                if (at - radius - 1 >= 0) sum -= from[start + (at - radius - 1) * shape[2]];
                if (at >= 0) to[start + at * shape[2]] = Math.max(0, sum * part);
            }
        }
    }

    /** The bulge at a place of the drawing in pixels, 0 outside and 1 deep inside. */
    float at(float x, float y) {
        float px = x + margin;
        float py = y + margin;
        int xi = Noise.floor(px);
        int yi = Noise.floor(py);
        if (xi < 0 || yi < 0 || xi >= width - 1 || yi >= height - 1) return 0;
        int at = yi * width + xi;
        float fx = px - xi;
        float fy = py - yi;
        float above = bulge[at] + (bulge[at + 1] - bulge[at]) * fx;
        float below = bulge[at + width] + (bulge[at + width + 1] - bulge[at + width]) * fx;
        return above + (below - above) * fy;
    }
}
