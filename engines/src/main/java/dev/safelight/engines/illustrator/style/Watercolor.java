package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.ToneCurve;

/**
 * Thin paint on rough paper: pale washes, dark rims where a wash dried, white edges of the sheet.
 */
final class Watercolor {
    private final Downscaled before;
    private final int seed;

    Watercolor(Downscaled before, int seed) {
        this.before = before;
        this.seed = seed;
    }

    void apply(Downscaled washes, Canvas canvas, Bands bands) throws Stopped {
        int factor = Downscaled.factor(canvas, 800);
        bands.lines(canvas.height(), y -> {
            Ink ink = new Ink();
            Ink scratch = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                float u = (float) x / factor;
                float v = (float) y / factor;
                float wobble = (Noise.fbm(u * .03f, v * .03f, 3, seed + 1) - .5f) * 9 * factor;
                washes.sample(x + (int) wobble, y - (int) wobble, ink, scratch);
                pigment(u, v, ink);
                sheet(x / (float) canvas.width(), y / (float) canvas.height(), u, v, ink);
                canvas.set(x, y, ink);
            }
        });
    }

    /** Paint gathers in pools and along edges, and settles in the grain of the paper. */
    private void pigment(float u, float v, Ink ink) {
        float pool = Noise.fbm(u * .012f, v * .012f, 4, seed + 2) - .5f;
        float grain = Noise.fbm(u * .45f, v * .45f, 3, seed + 3) - .5f;
        int x = (int) u;
        int y = (int) v;
        float edge = Math.abs(before.luminance(x + 2, y) - before.luminance(x - 2, y))
                + Math.abs(before.luminance(x, y + 2) - before.luminance(x, y - 2));
        float dark = 1 + pool * .5f + grain * .28f - Math.min(.3f, edge * .6f);
        ink.set(paler(ink.r) * dark, paler(ink.g) * dark, paler(ink.b) * dark);
    }

    private static float paler(float light) {
        float shown = ToneCurve.shown(light);
        float pale = .13f + .87f * shown;
        return pale * pale;
    }

    /** The unpainted, ragged rim of the sheet. */
    private void sheet(float across, float down, float u, float v, Ink ink) {
        float rim = Math.min(Math.min(across, 1 - across), Math.min(down, 1 - down));
        float ragged = rim - .022f - .035f * (Noise.fbm(u * .02f, v * .02f, 4, seed + 4) - .4f);
        float tooth = .97f + .06f * (Noise.fbm(u * .3f, v * .3f, 2, seed + 5) - .5f);
        ink.mix(.93f, .91f, .86f, 1 - Noise.smooth(-.006f, .008f, ragged));
        ink.scale(tooth);
    }
}
