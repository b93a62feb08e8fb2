package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;

/** A desert: long dunes with sharp crests and ripples, or the grey dust and craters of the moon. */
record Dunes(boolean moon, int seed) implements Terrain {
    private static final Rgb SAND = Rgb.of(0xD9A45C);
    private static final Rgb PALE = Rgb.of(0xF0CF94);
    private static final Rgb DUST = Rgb.of(0x8F8D8A);

    @Override
    public float height(float x, float z, int octaves) {
        float bend = 14 * Noise.fbm(x * .02f, z * .02f, 3, seed + 2);
        float crest =
                1 - Math.abs(Noise.value((x + bend * 2) * .013f, (z + bend) * .03f, seed) * 2 - 1);
        float far = Noise.smooth(9, 110, z);
        float grand = z < 130
                ? 0
                : Noise.smooth(130, 360, z) * Noise.ridged(x * .006f, z * .007f, 3, seed + 5) * 46;
        float rough = z > 90
                ? 0
                : (Noise.fbm(x * .5f, z * .5f, Math.max(1, octaves - 4), seed + 9) - .5f)
                        * (moon ? .4f : .1f);
        float ground = moon
                ? far * (Noise.fbm(x * .02f, z * .02f, 4, seed) - .45f) * 16 + grand * .9f
                : far * (crest * crest * 13 - 4) + grand;
        return ground + rough + (moon ? craters(x, z, 4.5f) + craters(x, z, 15) : 0);
    }

    /** Bowls with raised rims, at most one in a cell. */
    private float craters(float x, float z, float cell) {
        int cx = Noise.floor(x / cell);
        int cz = Noise.floor(z / cell);
        if (Noise.hash(cx, cz, seed + 14) < .45f) return 0;
        float dx = x / cell - cx - .5f;
        float dz = z / cell - cz - .5f;
        float size = .2f + .22f * Noise.hash(cx, cz, seed + 15);
        float far = (float) Math.sqrt(dx * dx + dz * dz) / size;
        float bowl = Math.min(0, far * far - 1) * .55f;
        float rim = (float) Math.exp(-(far - 1) * (far - 1) * 22) * .22f;
        return (bowl + rim) * size * cell * .5f;
    }

    @Override
    public void colour(float x, float z, float height, float up, Ink out) {
        float patch = Noise.fbm(x * .1f, z * .1f, 4, seed + 21);
        float fine = Noise.fbm(x * 9, z * 9, 3, seed + 22);
        if (moon) {
            out.set(DUST);
            out.scale(.55f + .5f * patch + .3f * fine);
            return;
        }
        float bend = 2.5f * Noise.fbm(x * .35f, z * .35f, 3, seed + 23);
        float ripple = (float) Math.sin((z * 2.6f + x * .7f + bend * 3) * 2.4f);
        float near = Noise.smooth(30, 4, z);
        out.set(SAND);
        out.mix(PALE, patch * 1.5f - .3f);
        out.scale(.84f + .16f * fine + .1f * ripple * near);
    }

    @Override
    public float clear() {
        return moon ? 100_000 : 520;
    }

    @Override
    public Plants plants() {
        return new Plants(Plants.Kind.CACTUS, moon ? 0 : 22, 16, 130);
    }
}
