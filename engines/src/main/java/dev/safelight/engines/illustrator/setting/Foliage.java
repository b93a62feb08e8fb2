package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Light;

/** The look of one kind of plant under the scene's light. */
final class Foliage {
    private static final Rgb BARK = Rgb.of(0x5B4030);
    private final Plants.Kind kind;
    private final Light light;
    private final Rgb shade;
    private final Rgb lit;
    private final float side;

    Foliage(Plants.Kind kind, Light light) {
        this.kind = kind;
        this.light = light;
        this.side = Math.signum(light.towards().x());
        Rgb leaf = switch (kind) {
            case ROUND -> Rgb.of(0x4F7D2E);
            case ACACIA -> Rgb.of(0x6B7434);
            case FIR -> Rgb.of(0x2F5232);
            case SNOWY_FIR -> Rgb.of(0x44635A);
            case CACTUS -> Rgb.of(0x4E7A44);
        };
        this.shade = leaf.times(light.ambient()).times(.55f);
        this.lit = leaf.times(light.ambient().plus(light.key().times(1.1f)));
    }

    /**
     * Puts the colour into {@code out}.
     *
     * @param u across, in heights of the plant, 0 in the middle
     * @param v up, 0 at the foot, 1 at the top
     * @param pixel the size of a pixel in heights of the plant
     * @return how much of the pixel it covers
     */
    float at(float u, float v, float pixel, int seed, Ink out) {
        return switch (kind) {
            case ROUND -> round(u, v, pixel, seed, .3f, .62f, .36f, out);
            case ACACIA -> round(u, v, pixel, seed, .48f, .8f, .15f, out);
            case FIR, SNOWY_FIR -> fir(u, v, pixel, seed, out);
            case CACTUS -> cactus(u, v, pixel, seed, out);
        };
    }

    private float trunk(float u, float v, float pixel, float top, float wide, Ink out) {
        if (v > top) return 0;
        float cover = cover(wide * (1.3f - .5f * v) - Math.abs(u), pixel);
        Rgb bark = BARK;
        float bright = .55f + .45f * side * Math.signum(u);
        out.set(
                bark.r() * (light.ambient().r() + light.key().r() * bright * .5f),
                bark.g() * (light.ambient().g() + light.key().g() * bright * .5f),
                bark.b() * (light.ambient().b() + light.key().b() * bright * .5f));
        return cover;
    }

    /** One ragged crown; flat and wide for an acacia. */
    private float round(
            float u,
            float v,
            float pixel,
            int seed,
            float wide,
            float middle,
            float tall,
            Ink out) {
        float edge = Noise.fbm(u * 9 + seed % 50, v * 9, 3, seed) - .5f;
        float a = u / wide;
        float b = (v - middle) / tall;
        float inside = 1 - (float) Math.sqrt(a * a + b * b) + edge * .75f;
        if (inside <= 0) return trunk(u, v, pixel, middle, .028f, out);
        float clump = Noise.fbm(u * 16, v * 16 + seed % 50, 3, seed + 3);
        float facing = .45f + .4f * b + .3f * a * side + (clump - .5f) * 1.1f;
        out.set(shade);
        out.mix(lit, facing);
        return cover(inside * Math.min(wide, tall), pixel);
    }

    /** Tiers of branches, widest at the lower edge of each. */
    private float fir(float u, float v, float pixel, int seed, Ink out) {
        float tiers = v * 8.5f + (seed & 7) * .13f;
        float saw = 1 - (tiers - Noise.floor(tiers));
        float jag = Noise.value(u * 60, v * 45, seed) - .5f;
        float wide = (1 - v) * (.17f + .085f * saw) + jag * .035f * (1.1f - v);
        float inside = v < .09f ? -1 : wide - Math.abs(u);
        if (inside <= 0) return trunk(u, v, pixel, .12f, .018f, out);
        float facing = .3f
                + .45f * side * u / Math.max(.02f, wide)
                + .35f * saw
                + jag * .5f
                - .25f * (1 - v);
        out.set(shade);
        out.mix(lit, facing);
        if (kind == Plants.Kind.SNOWY_FIR) {
            float snow = Noise.smooth(.55f, .8f, saw + jag * .35f);
            Rgb open = light.open();
            out.mix(.9f * open.r(), .93f * open.g(), open.b(), snow * .9f);
        }
        return cover(inside, pixel);
    }

    private float cactus(float u, float v, float pixel, int seed, Ink out) {
        float flip = (seed & 1) == 0 ? 1 : -1;
        float stem = .075f - capsule(u, v, 0, 0, 0, .92f);
        float arm = .05f
                - Math.min(
                        capsule(u, v, 0, .42f, .2f * flip, .45f),
                        capsule(u, v, .2f * flip, .45f, .2f * flip, .7f));
        float low = .045f
                - Math.min(
                        capsule(u, v, 0, .3f, -.17f * flip, .33f),
                        capsule(u, v, -.17f * flip, .33f, -.17f * flip, .52f));
        float inside = Math.max(stem, Math.max(arm, low));
        float rib = .75f + .35f * (float) Math.sin(u * 120);
        out.set(shade);
        out.mix(
                lit,
                (.35f + .5f * side * Math.signum(u) * Math.min(1, Math.abs(u) * 14)) * rib
                        + inside * 3);
        return cover(inside, pixel);
    }

    private static float capsule(float u, float v, float fromU, float fromV, float toU, float toV) {
        float dx = toU - fromU;
        float dy = toV - fromV;
        float along =
                Math.clamp(((u - fromU) * dx + (v - fromV) * dy) / (dx * dx + dy * dy), 0f, 1f);
        float ex = u - fromU - dx * along;
        float ey = v - fromV - dy * along;
        return (float) Math.sqrt(ex * ex + ey * ey);
    }

    private static float cover(float inside, float pixel) {
        return Math.clamp(inside / pixel + .5f, 0f, 1f);
    }
}
