package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.Weather;

/**
 * The sea to the horizon, with waves that mirror the sky, and a beach in front of it where asked.
 */
final class Ocean implements Backdrop.Rays {
    private static final float EYE = 1.25f;
    private static final Rgb DEEP = Rgb.of(0x06384A);
    private static final Rgb SHALLOW = Rgb.of(0x1B8A8C);
    private static final Rgb SAND = Rgb.of(0xE3C48F);
    private static final Rgb FOAM = new Rgb(.92f, .95f, .96f);
    private final Atmosphere air;
    private final boolean beach;
    private final float swell;
    private final Rgb deep;
    private final Rgb shallow;
    private final Rgb open;

    Ocean(Atmosphere air, boolean beach) {
        this.air = air;
        this.beach = beach;
        this.swell =
                air.weather() == Weather.STORM ? .8f : air.weather() == Weather.RAIN ? .5f : .34f;
        this.open = air.light().open();
        float bright = Math.max(.12f, open.luminance());
        this.deep = DEEP.mix(air.light().colours().zenith(), .4f).times(Math.min(1, bright));
        this.shallow = SHALLOW.times(bright);
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        if (ny >= -.0005f) {
            air.sky().at(nx, Math.max(0, ny), out);
            veil(nx, Math.max(0, ny), out);
            return;
        }
        float distance = EYE / -ny;
        float x = nx * distance;
        float shore = beach ? shoreline(x) : -1;
        if (distance < shore) sand(x, distance, shore, out);
        else water(nx, ny, distance, out);
        if (beach) surf(x, distance, shore, out);
    }

    /** A soft seam between sea and sky. */
    private void veil(float nx, float ny, Ink out) {
        float share =
                (float) Math.exp(-ny * 45) * Math.min(.9f, .12f * air.weather().haze());
        Rgb far = air.light().colours().horizon();
        out.mix(far.r(), far.g(), far.b(), share * (1 - .3f * Math.abs(nx)));
    }

    /** The distance of the water's edge: a slow curve, so that the beach is no ruled strip. */
    private float shoreline(float x) {
        return 5.2f + 1.1f * Noise.fbm(x * .16f, 3, 3, air.seed() + 5) + .12f * x;
    }

    private void water(float nx, float ny, float distance, Ink out) {
        float x = nx * distance;
        float calm = Math.min(1, 16 / distance);
        float step = .02f + .004f * distance;
        float here = wave(x, distance);
        float slopeX = -(wave(x + step, distance) - here) / step * swell * calm;
        float slopeZ = -(wave(x, distance + step) - here) / step * swell * calm;
        float length = (float) Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
        float mX = slopeX / length;
        float mY = 1 / length;
        float mZ = slopeZ / length;
        float ray = (float) Math.sqrt(nx * nx + ny * ny + 1);
        float facing = (nx * mX + ny * mY + mZ) / ray;
        air.sky()
                .smooth(
                        nx / ray - 2 * facing * mX,
                        Math.abs(ny / ray - 2 * facing * mY),
                        1 / ray - 2 * facing * mZ,
                        out);
        float past = 1 - Math.min(1, Math.abs(facing));
        float mirrored = .06f + .94f * past * past * past * past * past;
        float r = out.r;
        float g = out.g;
        float b = out.b;
        out.set(deep);
        out.mix(
                shallow,
                Math.max(0, here - .5f) * 1.1f
                        + (beach ? .9f * (float) Math.exp(-(distance - 5) * .12f) : 0));
        out.mix(r, g, b, mirrored);
        crests(x, distance, here, calm, out);
        air.haze(nx, distance, 260, out);
    }

    /** Long swell and short chop; the swell is bent so that no crest runs straight. */
    private float wave(float x, float z) {
        int seed = air.seed();
        float bend = Noise.value(x * .13f, z * .13f, seed + 3);
        return Noise.fbm(x * .42f + bend, z * .85f, 5, seed)
                + .33f * Noise.fbm(x * 2.1f, z * 3.3f, 4, seed + 5);
    }

    private void crests(float x, float z, float height, float calm, Ink out) {
        float bar = air.weather() == Weather.STORM ? .74f : .92f;
        if (height < bar) return;
        float lace = Noise.fbm(x * 9, z * 9, 3, air.seed() + 41);
        out.mix(
                FOAM.r() * open.r(),
                FOAM.g() * open.g(),
                FOAM.b() * open.b(),
                (height - bar) * 9 * calm * Noise.smooth(.35f, .65f, lace));
    }

    /** Dry sand is rough; near the water it is dark, smooth, and mirrors the sky a little. */
    private void sand(float x, float z, float shore, Ink out) {
        float grain = Noise.fbm(x * 14, z * 14, 3, air.seed() + 21);
        float ripple = Noise.fbm(x * 1.6f, z * 4, 4, air.seed() + 22);
        out.set(SAND);
        out.scale(.72f + .22f * grain + .3f * ripple);
        float wet = Noise.smooth(1.5f, .2f, shore - z + .4f * ripple);
        out.scale(1 - .45f * wet);
        out.times(open.r(), open.g(), open.b());
        Rgb sky = air.light().colours().horizon();
        out.mix(sky.r(), sky.g(), sky.b(), wet * .35f);
    }

    /** The lace of foam at the edge and one roller behind it. */
    private void surf(float x, float z, float shore, Ink out) {
        float lace = Noise.fbm(x * 3.2f, z * 5, 5, air.seed() + 51);
        float near = Math.abs(z - shore - .25f * (lace - .5f));
        float edge = (float) Math.exp(-near * near * 18);
        float second = z - shore - 2.2f - .5f * Noise.value(x * .4f, 1, air.seed() + 52);
        float roller = (float) Math.exp(-second * second * 7) * .75f;
        float share = (edge + roller) * Noise.smooth(.3f, .56f, lace);
        out.mix(FOAM.r() * open.r(), FOAM.g() * open.g(), FOAM.b() * open.b(), share);
    }
}
