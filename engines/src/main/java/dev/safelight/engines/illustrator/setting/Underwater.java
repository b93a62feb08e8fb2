package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Atmosphere;

/**
 * Under water: light that falls in shafts, a sandy floor with moving light on it, weed and specks.
 */
final class Underwater implements Backdrop.Rays {
    private static final float EYE = 1.1f;
    private final Atmosphere air;
    private final Rgb top;
    private final Rgb low;
    private final Rgb sand;

    Underwater(Atmosphere air) {
        this.air = air;
        float day = Math.clamp(air.light().open().luminance() * 1.1f, .12f, 1f);
        this.top = Rgb.of(0x4FC3D9).times(day).mix(air.light().colours().horizon(), .12f);
        this.low = Rgb.of(0x05354F).times(Math.max(.35f, day));
        this.sand = Rgb.of(0xC9B98A).times(day);
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        water(nx, ny, out);
        if (ny < -.02f) floor(nx, ny, out);
        weeds(nx, ny, out);
        shafts(nx, ny, out);
    }

    private void water(float nx, float ny, Ink out) {
        out.set(low);
        out.mix(top, Noise.smooth(-.45f, .85f, ny));
        float glint = Noise.fbm(nx * 5 / (1.3f - ny), ny * 12, 4, air.seed() + 3);
        out.mix(top, .25f * Noise.smooth(.3f, .75f, ny) * glint);
    }

    /** Sand under a web of light, lost in the water after a few metres. */
    private void floor(float nx, float ny, Ink out) {
        float distance = EYE / -ny;
        float x = nx * distance;
        float hump = Noise.fbm(x * .5f, distance * .5f, 4, air.seed() + 11);
        float ripple = Noise.fbm(x * 1.4f, distance * 6, 3, air.seed() + 12);
        float one = Noise.value(x * 2.2f + hump * 2, distance * 2.2f, air.seed() + 13) - .5f;
        float two = Noise.value(x * 2.7f + 9, distance * 2.7f + hump * 2, air.seed() + 14) - .5f;
        float web = (float) Math.exp(-Math.abs(one) * 14) + (float) Math.exp(-Math.abs(two) * 14);
        float bright = .32f + .25f * hump + .2f * ripple + .32f * web;
        float seen = (float) Math.exp(-distance * .16f);
        out.mix(
                sand.r() * bright * .75f,
                sand.g() * bright * 1.02f,
                sand.b() * bright * 1.15f,
                seen);
    }

    /** Broad ribbons at the sides, three rows deep, that leave the middle to the subjects. */
    private void weeds(float nx, float ny, Ink out) {
        for (int row = 0; row < 3; row++) {
            float cell = .1f + .035f * row;
            float foot = -.34f - .2f * row;
            float up = ny - foot;
            float sway =
                    .07f * (float) Math.sin(ny * 5 + row * 2 + air.seed() % 7) * Math.max(0, up);
            int number = Noise.floor((nx + sway) / cell);
            float aside = Math.abs((number + .5f) * cell);
            if (up < -.02f
                    || Noise.hash(number, row, air.seed() + 71)
                            > .8f * Noise.smooth(.25f, .9f, aside)) continue;
            float tall = (.25f + .6f * Noise.hash(number, row, air.seed() + 72))
                    * Math.min(1, aside * 1.6f);
            float part = Math.max(0, up) / tall;
            if (part > 1) continue;
            float ruffle = .05f * (float) Math.sin(part * 24 + number);
            float across = (nx + sway) / cell - number - .5f + ruffle;
            float wide =
                    .34f * (float) Math.pow(1 - part, .6f) * (.55f + .45f * Math.min(1, part * 5));
            float share = Noise.smooth(wide, wide - .07f, Math.abs(across));
            float vein = .75f + .5f * Noise.smooth(0, .1f, Math.abs(across));
            float light = (.2f + .8f * part) * vein;
            out.mix(
                    low.r() * .5f + .06f * light,
                    low.g() * .55f + .26f * light,
                    low.b() * .5f + .1f * light,
                    share * (.5f + .22f * row));
        }
    }

    /** Beams fan out from a point above the picture. */
    private void shafts(float nx, float ny, Ink out) {
        float lean = air.light().towards().x() > 0 ? .35f : -.35f;
        float u = (nx + (1.4f - ny) * lean) / (2.4f - ny);
        float beams = Noise.fbm(u * 11, .5f, 4, air.seed() + 81);
        float share = Noise.smooth(.48f, .78f, beams) * Noise.smooth(-.5f, .7f, ny) * .3f;
        out.add(top, share);
    }
}
