package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.Weather;

/** A street between houses, seen along its middle, with the lights on when it is dark. */
final class City implements Backdrop.Rays {
    private static final float EYE = 1.6f;
    private static final float HALF = 7.5f;
    private static final float KERB = 4.6f;
    private static final Rgb[] WALLS = {
        Rgb.of(0xB08C72),
        Rgb.of(0x8E9AA6),
        Rgb.of(0xC2AE92),
        Rgb.of(0x9A6A58),
        Rgb.of(0x6F7F8C),
        Rgb.of(0xCDBFB0),
    };
    private final Atmosphere air;
    private final Rgb open;
    private final float dark;
    private final boolean wet;

    City(Atmosphere air) {
        this.air = air;
        this.open = air.light().open();
        this.dark = switch (air.time()) {
            case NIGHT -> 1;
            case DUSK -> .85f;
            case SUNSET, DAWN -> .3f;
            case DAY -> air.weather() == Weather.STORM ? .5f : 0;
        };
        this.wet = air.weather() == Weather.RAIN || air.weather() == Weather.STORM;
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        if (ny < 0 && EYE / -ny * Math.abs(nx) < HALF) street(nx, ny, out);
        else upright(nx, ny, out);
    }

    private void upright(float nx, float ny, Ink out) {
        float z = HALF / Math.max(.004f, Math.abs(nx));
        float height = ny * z + EYE;
        int block = Noise.floor(z / 9);
        int side = nx < 0 ? 1 : 2;
        if (z < 160 && height < roof(block, side)) {
            house(nx, z, height, block, side, out);
            return;
        }
        air.sky().at(nx, Math.max(0, ny), out);
        if (ny < .5f) skyline(nx, ny, out);
    }

    /** Houses are told apart by the block and the side of the street they stand on. */
    private float roof(int block, int side) {
        return 9 + 17 * Noise.hash(block, side, air.seed() + 2);
    }

    private void house(float nx, float z, float height, int block, int side, Ink out) {
        int house = block * 2 + side;
        Rgb wall = WALLS[(int) (Noise.hash(house, 5, air.seed()) * WALLS.length)];
        boolean sunny = air.light().towards().x() * nx < 0;
        float worn = .8f + .35f * Noise.fbm(z * .9f, height * .9f, 4, air.seed() + 9);
        out.set(wall);
        out.scale(worn * (sunny ? 1.05f : .6f) * (.7f + .3f * Noise.smooth(0, 5, height)));
        out.times(open.r(), open.g(), open.b());
        float rise = roof(block, side) - height;
        if (rise < .5f) out.scale(rise < .12f ? .6f : 1.2f);
        if (height < 3.1f) shop(z, height, house, out);
        else if (rise > .9f) windows(z, height, house, out);
        air.haze(nx, z, 170, out);
    }

    private void windows(float z, float height, int house, Ink out) {
        float across = z / 1.15f;
        float up = (height - 3.1f) / 1.65f;
        int column = Noise.floor(across);
        int storey = Noise.floor(up);
        float u = Math.abs(across - column - .5f);
        float v = Math.abs(up - storey - .5f);
        float pane = Noise.smooth(.3f, .27f, u) * Noise.smooth(.34f, .31f, v);
        // Glazing bars, and far away only an even grey.
        if (u < .025f || Math.abs(v - .08f) < .022f) pane *= .35f;
        pane *= Noise.smooth(120, 40, z);
        if (pane <= 0) return;
        boolean on = Noise.hash(column * 31 + house, storey, air.seed() + 3) < .1f + .3f * dark;
        Rgb sky = air.light().colours().middle();
        float warm = on ? dark : 0;
        float soft = .75f + .5f * Noise.hash(column, storey, air.seed() + 4);
        out.mix(
                sky.r() * .3f + .95f * warm * soft,
                sky.g() * .32f + .68f * warm * soft,
                sky.b() * .36f + .32f * warm * soft,
                pane * .92f);
    }

    /** The ground floor: broad panes under a coloured sign. */
    private void shop(float z, float height, int house, Ink out) {
        float across = z / 3;
        float u = Math.abs(across - Noise.floor(across) - .5f);
        float hue = Noise.hash(house, Noise.floor(across), air.seed() + 6);
        if (height > 2.55f && u < .45f) {
            float glow = .3f + .9f * dark;
            out.mix(
                    glow * (.25f + .75f * hue),
                    glow * (.25f + .5f * (1 - hue)),
                    glow * (.9f - .7f * hue),
                    .85f);
        } else if (height > .5f && height < 2.4f && u < .4f) {
            out.mix(.1f + .8f * dark, .11f + .55f * dark, .13f + .28f * dark, .85f);
        }
    }

    /** Two rows of far towers where the street ends, so that it ends in something. */
    private void skyline(float nx, float ny, Ink out) {
        for (int row = 0; row < 2; row++) {
            float cell = .045f + .02f * row;
            int tower = Noise.floor(nx / cell + row * .37f);
            float top = (.1f + .3f * Noise.hash(tower, row, air.seed() + 7))
                    * (1 - .35f * row)
                    * (1 - .5f * Math.abs(nx));
            if (ny > top) continue;
            Rgb far = air.light()
                    .colours()
                    .horizon()
                    .mix(air.light().colours().zenith(), .35f + .2f * row);
            out.set(far.times(.72f - .18f * row));
            float lamp = Noise.hash(Noise.floor(nx * 260), Noise.floor(ny * 200), air.seed() + 8);
            if (lamp < .16f * dark) out.add(new Rgb(.7f, .5f, .25f), .8f);
        }
    }

    private void street(float nx, float ny, Ink out) {
        float z = EYE / -ny;
        float x = nx * z;
        float grain = Noise.fbm(x * 8, z * 8, 3, air.seed() + 12);
        float patch = Noise.fbm(x * .5f, z * .5f, 3, air.seed() + 13);
        float side = Math.abs(x);
        if (side > KERB) paving(x, z, grain, out);
        else asphalt(x, z, grain, patch, out);
        if (side > KERB - .12f && side < KERB + .06f) out.set(.5f, .49f, .47f);
        out.times(open.r(), open.g(), open.b());
        if (wet || dark > .5f) gleam(nx, ny, patch, side < KERB, out);
        air.haze(nx, z, 170, out);
    }

    private void asphalt(float x, float z, float grain, float patch, Ink out) {
        float tone = .09f + .07f * grain + .06f * patch;
        out.set(tone, tone, tone * 1.06f);
        boolean dash = z / 3.4f - Noise.floor(z / 3.4f) < .5f;
        if (dash && Math.abs(x) < .09f) out.set(.72f, .7f, .64f);
    }

    private static void paving(float x, float z, float grain, Ink out) {
        float u = Math.abs(x / .7f - Noise.floor(x / .7f) - .5f);
        float v = Math.abs(z / .7f - Noise.floor(z / .7f) - .5f);
        float tone = .3f + .14f * grain;
        out.set(tone, tone * .98f, tone * .93f);
        if (u > .475f || v > .475f) out.scale(.65f);
    }

    /** The houses and their lights, mirrored in the road. */
    private void gleam(float nx, float ny, float patch, boolean road, Ink out) {
        float r = out.r;
        float g = out.g;
        float b = out.b;
        float shake = (Noise.value(nx * 90, ny * 240, air.seed() + 14) - .5f) * .05f;
        upright(nx + shake * .3f, -ny * 1.15f + shake, out);
        float share = (wet ? .55f : .2f)
                * (.35f + .9f * Noise.smooth(.35f, .65f, patch))
                * (road ? 1 : .5f);
        float mr = out.r;
        float mg = out.g;
        float mb = out.b;
        out.set(r, g, b);
        out.mix(mr, mg, mb, Math.min(.8f, share));
    }
}
