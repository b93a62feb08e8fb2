package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;

/** Thick paint: strokes that follow the forms, raised by their bristles, on a woven ground. */
final class Oil {
    private final int seed;

    Oil(int seed) {
        this.seed = seed;
    }

    void apply(Downscaled strokes, Canvas canvas, Bands bands) throws Stopped {
        int factor = Downscaled.factor(canvas, 800);
        bands.lines(canvas.height(), y -> {
            Ink ink = new Ink();
            Ink scratch = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                float u = (float) x / factor;
                float v = (float) y / factor;
                float turn = Noise.fbm(u * .008f, v * .008f, 3, seed + 1) * 6.3f;
                float along = u * (float) Math.cos(turn) + v * (float) Math.sin(turn);
                float across = v * (float) Math.cos(turn) - u * (float) Math.sin(turn);
                float bristle = Noise.value(along * .035f, across * .4f, seed + 2) - .5f;
                int push = (int) (bristle * 7 * factor);
                strokes.sample(x + push, y + push / 2, ink, scratch);
                float nearby =
                        Noise.value((along + .8f) * .035f, (across + .8f) * .4f, seed + 2) - .5f;
                float weave = .985f + .03f * (((int) u ^ (int) v) & 1);
                float raised = 1 + (bristle - nearby) * .55f;
                ink.scale(raised * weave);
                float light = ink.luminance();
                ink.set(
                        Math.max(0, light + (ink.r - light) * 1.2f),
                        Math.max(0, light + (ink.g - light) * 1.2f),
                        Math.max(0, light + (ink.b - light) * 1.2f));
                canvas.set(x, y, ink);
            }
        });
    }
}
