package dev.safelight.engines.illustrator.setting;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.paint.View;
import dev.safelight.engines.illustrator.sky.Atmosphere;

/**
 * Still water: shows what stands above it, broken by ripples. Water is marked by a negative depth.
 */
final class StillWater {
    private static final Rgb DEEP = Rgb.of(0x0C3A48);
    private final View view;
    private final Atmosphere air;
    private final Canvas canvas;
    private final float[] depth;

    StillWater(View view, Atmosphere air, Canvas canvas, float[] depth) {
        this.view = view;
        this.air = air;
        this.canvas = canvas;
        this.depth = depth;
    }

    /** Columns, because a column reads only itself above the water. */
    void paint(Bands bands) throws Stopped {
        bands.lines(canvas.width(), x -> {
            Ink ink = new Ink();
            for (int y = canvas.height() - 1; y >= 0; y--) {
                float z = depth[y * canvas.width() + x];
                if (z >= 0) continue;
                pixel(x, y, -z, ink);
                canvas.set(x, y, ink);
            }
        });
    }

    /** Looking steeply down one sees into the water, at a flat angle only what it mirrors. */
    private void pixel(int x, int y, float z, Ink ink) {
        float wx = view.nx(x) * z;
        float ripple = Noise.fbm(wx * .5f, z * 1.5f, 4, air.seed() + 91) - .5f;
        float chop = Noise.fbm(wx * 2.4f, z * 6, 3, air.seed() + 92) - .5f;
        float shore = shore(x, y);
        float bend = (ripple * .05f + chop * .03f) * Math.min(1, 12 / z) * canvas.height();
        int from = Math.clamp(Math.round(2 * shore - y + bend), 0, Math.max(0, (int) shore - 1));
        canvas.get(x, from, ink);
        float slant = Math.clamp(1 - z / 70, 0f, 1f);
        Rgb open = air.light().open();
        ink.mix(
                DEEP.r() * open.r(),
                DEEP.g() * open.g(),
                DEEP.b() * open.b(),
                .06f + .42f * slant * slant);
        ink.scale(.93f + .25f * chop);
    }

    /** The row where the water that holds this pixel ends. */
    private float shore(int x, int y) {
        int row = y;
        while (row > 0 && depth[row * canvas.width() + x] < 0) row--;
        return row;
    }
}
