package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;

/** A field of stars that looks the same at every resolution. */
public final class Stars {
    private static final float CELL = .022f;

    private Stars() {}

    /** Adds the light of the star near the ray (nx, ny, 1), if any. */
    public static void at(float nx, float ny, int seed, Ink out) {
        layer(nx, ny, CELL, seed + 61, out);
        layer(nx, ny, CELL * 3.3f, seed + 67, out);
    }

    private static void layer(float nx, float ny, float cell, int seed, Ink out) {
        int cx = Noise.floor(nx / cell);
        int cy = Noise.floor(ny / cell);
        float chance = Noise.hash(cx, cy, seed);
        if (chance < .45f) return;
        float dx = nx / cell - cx - .15f - .7f * Noise.hash(cx, cy, seed + 1);
        float dy = ny / cell - cy - .15f - .7f * Noise.hash(cx, cy, seed + 2);
        float size = cell * (.025f + .05f * (float) Math.pow(Noise.hash(cx, cy, seed + 3), 5));
        float far = (dx * dx + dy * dy) * cell * cell / (size * size);
        if (far > 9) return;
        float bright = (float) Math.exp(-far) * (.25f + 1.3f * (chance - .45f));
        float warmth = Noise.hash(cx, cy, seed + 4) - .5f;
        out.r += bright * (1 + warmth * .5f);
        out.g += bright;
        out.b += bright * (1 - warmth * .6f);
    }
}
