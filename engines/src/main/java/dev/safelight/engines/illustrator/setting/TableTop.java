package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.TimeOfDay;

/** A table top seen from close by, and the room behind it out of focus. */
final class TableTop implements Backdrop.Rays {
    private static final Rgb[] WOODS = {
        Rgb.of(0x9A6438), Rgb.of(0xB98550), Rgb.of(0x6E4630), Rgb.of(0xCBA678)
    };
    private static final Rgb[] WALLS = {
        Rgb.of(0x6E7F86), Rgb.of(0x8C7A68), Rgb.of(0x5F7466), Rgb.of(0x8E6F72)
    };
    private static final float EYE = .9f;
    private static final float EDGE = -.16f;
    private final int seed;
    private final Rgb wood;
    private final Rgb wall;
    private final Rgb lamp;

    TableTop(Atmosphere air) {
        this.seed = air.seed();
        this.wood = WOODS[(int) (Noise.hash(1, 8, seed) * WOODS.length)];
        this.wall = WALLS[(int) (Noise.hash(2, 8, seed) * WALLS.length)];
        boolean dark = air.time() == TimeOfDay.NIGHT || air.time() == TimeOfDay.DUSK;
        this.lamp = dark ? new Rgb(.62f, .46f, .3f) : new Rgb(.95f, .92f, .86f);
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        behind(nx, ny, out);
        float top = Noise.smooth(EDGE + .012f, EDGE - .012f, ny);
        if (top > 0) {
            float r = out.r;
            float g = out.g;
            float b = out.b;
            board(nx, Math.min(ny, -.02f), out);
            out.mix(r, g, b, 1 - top);
        }
        out.times(lamp.r(), lamp.g(), lamp.b());
    }

    /** Soft discs of light, as a lens makes of lamps far behind. */
    private void behind(float nx, float ny, Ink out) {
        out.set(wall);
        out.scale(.5f
                + .45f * Noise.smooth(-.2f, .7f, ny)
                + .2f * Noise.value(nx * 1.6f, ny * 1.6f, seed + 1));
        for (int lamps = 0; lamps < 14; lamps++) {
            float x = (Noise.hash(lamps, 1, seed) * 2 - 1) * 1.3f - nx;
            float y = .05f + .6f * Noise.hash(lamps, 2, seed) - ny;
            float size = .05f + .09f * Noise.hash(lamps, 3, seed);
            float far = (float) Math.sqrt(x * x + y * y);
            float share =
                    Noise.smooth(size, size * .86f, far) * (.1f + .2f * Noise.hash(lamps, 4, seed));
            out.mix(1.1f, .88f, .6f, share);
        }
    }

    /** Planks across the view, with long grain and a soft shine. */
    private void board(float nx, float ny, Ink out) {
        float z = EYE / -ny;
        float x = nx * z;
        int plank = Noise.floor(z / .55f);
        float seam = Math.abs(z / .55f - plank - .5f);
        float ring = Noise.fbm(x * .7f + plank * 7, z * 5, 4, seed + 3);
        float grain = Noise.fbm(x * 2.2f + plank * 3, z * 46, 4, seed + 4);
        out.set(wood);
        out.scale((.62f + .34f * Noise.hash(plank, 3, seed)) * (.62f + .45f * ring + .4f * grain));
        if (seam > .485f) out.scale(.5f);
        float shine = (float) Math.exp(-(x + .8f) * (x + .8f) * .25f) * Noise.smooth(9, 2, z);
        out.mix(1, .96f, .88f, .12f * shine);
    }
}
