package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;

/**
 * Rolling land under grass: a meadow with flowers, dry grassland, a forest's floor, or deep snow.
 */
record Hills(Cover cover, Rgb low, Rgb high, int seed) implements Terrain {

    /** What lies on the hills. */
    enum Cover {
        MEADOW(0x4C7A2A, 0x9DB84A, 9),
        SAVANNA(0xA8843C, 0xD9BE70, 5),
        FOREST(0x3B4A22, 0x6E6A38, 6),
        SNOW(0xDCE6F2, 0xF6FAFF, 10),
        SNOWY_FOREST(0xD2DEEA, 0xF2F7FC, 6);

        private final int low;
        private final int high;
        private final float rise;

        Cover(int low, int high, float rise) {
            this.low = low;
            this.high = high;
            this.rise = rise;
        }
    }

    static Hills under(Cover cover, int seed) {
        return new Hills(cover, Rgb.of(cover.low), Rgb.of(cover.high), seed);
    }

    @Override
    public float height(float x, float z, int octaves) {
        float height = 0;
        if (z < 90)
            height +=
                    (Noise.fbm(x * .5f, z * .5f, Math.max(1, octaves - 4), seed + 9) - .5f) * .16f;
        if (z > 6) {
            float roll = Noise.fbm(x * .018f, z * .018f, Math.min(octaves, 4), seed) - .42f;
            height += Noise.smooth(6, 90, z) * roll * cover.rise * 2.2f;
        }
        if (z > 120) {
            float ridge = Noise.fbm(x * .007f, z * .007f, Math.min(octaves, 6), seed + 5);
            height += Noise.smooth(120, 330, z) * ridge * cover.rise * 6.5f;
        }
        return height;
    }

    @Override
    public void colour(float x, float z, float height, float up, Ink out) {
        float patch = Noise.fbm(x * .12f, z * .12f, 4, seed + 21);
        float blade = Noise.fbm(x * 10, z * 6, 4, seed + 22);
        out.set(low);
        out.mix(high, patch * 1.5f - .3f);
        out.scale(white() ? .9f + .12f * blade : .45f + .95f * blade);
        if (cover == Cover.MEADOW) flowers(x, z, patch, out);
        if (cover == Cover.FOREST) leaves(x, z, out);
    }

    private boolean white() {
        return cover == Cover.SNOW || cover == Cover.SNOWY_FOREST;
    }

    /** One flower to a cell where the grass is lush; too far away they would only flicker. */
    private void flowers(float x, float z, float patch, Ink out) {
        float cell = .33f;
        int cx = Noise.floor(x / cell);
        int cz = Noise.floor(z / cell);
        float chance = Noise.hash(cx, cz, seed + 31);
        if (z > 34 || chance > .5f * Noise.smooth(.35f, .62f, patch)) return;
        float dx = x / cell - cx - .2f - .6f * Noise.hash(cx, cz, seed + 32);
        float dz = z / cell - cz - .5f;
        float inside = dx * dx + dz * dz * .35f;
        if (inside > .035f) return;
        float hue = Noise.hash(cx, cz, seed + 33);
        if (hue < .4f) out.set(.95f, .93f, .88f);
        else if (hue < .7f) out.set(.95f, .7f, .1f);
        else out.set(.78f, .2f, .34f);
    }

    /** Fallen leaves in drifts. */
    private void leaves(float x, float z, Ink out) {
        float litter = Noise.fbm(x * 3, z * 3, 4, seed + 41);
        out.mix(.26f, .13f, .05f, Noise.smooth(.5f, .72f, litter) * .6f);
    }

    @Override
    public float clear() {
        return cover == Cover.FOREST || cover == Cover.SNOWY_FOREST ? 130 : 420;
    }

    @Override
    public Plants plants() {
        return switch (cover) {
            case MEADOW -> new Plants(Plants.Kind.ROUND, 70, 26, 260);
            case SAVANNA -> new Plants(Plants.Kind.ACACIA, 34, 24, 240);
            case FOREST -> new Plants(Plants.Kind.FIR, 300, 15, 110);
            case SNOWY_FOREST -> new Plants(Plants.Kind.SNOWY_FIR, 260, 14, 110);
            case SNOW -> new Plants(Plants.Kind.SNOWY_FIR, 120, 20, 240);
        };
    }
}
