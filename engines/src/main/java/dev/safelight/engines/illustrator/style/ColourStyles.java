package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.ToneCurve;

/** Looks that only change the colours. */
final class ColourStyles {
    private ColourStyles() {}

    /** The nearest of a few levels, as they look evenly spaced to the eye. */
    static float step(float light, int levels, float dither) {
        float shown = ToneCurve.shown(light) + dither;
        float stepped = Math.clamp(Math.round(shown * levels) / (float) levels, 0f, 1f);
        return stepped * stepped;
    }

    static void poster(Downscaled flat, Canvas canvas, Bands bands) throws Stopped {
        bands.lines(canvas.height(), y -> {
            Ink ink = new Ink();
            Ink scratch = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                flat.sample(x, y, ink, scratch);
                float light = Math.max(.0001f, ink.luminance());
                float wanted = step(light, 6, 0) + .012f;
                ink.scale(wanted / light);
                // Inks are purer than light.

                float r = wanted + (ink.r - wanted) * 1.25f;
                float g = wanted + (ink.g - wanted) * 1.25f;
                float b = wanted + (ink.b - wanted) * 1.25f;
                ink.set(Math.max(0, r), Math.max(0, g), Math.max(0, b));
                canvas.set(x, y, ink);
            }
        });
    }

    static void noir(Canvas canvas, Bands bands) throws Stopped {
        bands.lines(canvas.height(), y -> {
            Ink ink = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                canvas.get(x, y, ink);
                float value = ToneCurve.shown(ink.luminance() * 1.5f);
                float hard = Noise.smooth(.05f, .92f, value);
                ink.set(hard * hard, hard * hard, hard * hard);
                canvas.set(x, y, ink);
            }
        });
    }

    static void vintage(Canvas canvas, Bands bands) throws Stopped {
        bands.lines(canvas.height(), y -> {
            Ink ink = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                canvas.get(x, y, ink);
                float light = ink.luminance() * .86f + .035f;
                ink.mix(light * 1.16f, light * .94f, light * .62f, .82f);
                canvas.set(x, y, ink);
            }
        });
    }
}
