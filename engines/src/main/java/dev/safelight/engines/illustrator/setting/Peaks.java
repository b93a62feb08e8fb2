package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;

/** Mountains behind foothills, with snow on the heights, and a lake before them where asked. */
public record Peaks(boolean lake, int seed) implements Terrain {
    private static final Rgb ROCK = Rgb.of(0x5A5048);
    private static final Rgb PALE = Rgb.of(0x8E8474);
    private static final Rgb GRASS = Rgb.of(0x4D6B2C);
    private static final Rgb DRY = Rgb.of(0x8C8A48);
    private static final Rgb SNOW = new Rgb(.84f, .88f, .95f);
    /** Below the eye, so that the far shore shows as a line. */
    private static final float WATER = -.55f;

    @Override
    public float height(float x, float z, int octaves) {
        float hills = Noise.smooth(8, 120, z)
                * (Noise.fbm(x * .02f, z * .02f, Math.min(4, octaves), seed) - .4f)
                * 16;
        float land = hills;
        if (z < 90)
            land += (Noise.fbm(x * .6f, z * .6f, Math.max(1, octaves - 4), seed + 9) - .5f) * .22f;
        if (z > 130) {
            float range = Noise.ridged(x * .0052f, z * .0052f, octaves, seed + 3);
            float crown = .35f + .9f * Noise.value(x * .0035f, z * .0035f, seed + 4);
            land += Noise.smooth(130, 420, z) * range * crown * (lake ? 235 : 300);
        }
        return lake ? basin(x, z, land) : land;
    }

    /** Lowers the land between a near shore and the mountains' feet. */
    private float basin(float x, float z, float land) {
        float near = 3.3f + .9f * Noise.value(x * .3f, 2, seed + 11);
        float far = 105 + 60 * Noise.value(x * .012f, 5, seed + 12);
        float sunk = Noise.smooth(near, near + 3.5f, z) * Noise.smooth(far + 40, far, z);
        return land + (-2.5f - Math.max(0, land)) * sunk;
    }

    @Override
    public void colour(float x, float z, float height, float up, Ink out) {
        float patch = Noise.fbm(x * .09f, z * .09f, 4, seed + 21);
        float fine = Noise.fbm(x * 5, z * 2.4f, 4, seed + 22);
        out.set(ROCK);
        out.mix(PALE, patch * 1.6f - .3f);
        float green = Noise.smooth(.62f, .84f, up) * Noise.smooth(75, 30, height + patch * 30);
        out.mix(GRASS.r(), GRASS.g(), GRASS.b(), green);
        out.mix(DRY, green * (patch - .35f));
        out.scale(.55f + .8f * fine);
        float line = 62 - 40 * patch;
        out.mix(
                SNOW,
                Noise.smooth(line, line + 26, height)
                        * Noise.smooth(.38f, .62f, up + patch * .25f));
        if (lake && z < 60) out.mix(.3f, .26f, .2f, Noise.smooth(.5f, .05f, height - WATER));
    }

    @Override
    public float clear() {
        return 900;
    }

    @Override
    public Plants plants() {
        return new Plants(Plants.Kind.FIR, lake ? 150 : 130, lake ? 26 : 48, 260);
    }

    @Override
    public float waterLevel() {
        return lake ? WATER : -1000;
    }
}
