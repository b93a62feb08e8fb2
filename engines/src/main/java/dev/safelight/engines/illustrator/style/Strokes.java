package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Ink;

/** Turns a picture into patches with crisp edges, as brushes do (a Kuwahara filter). */
final class Strokes {
    private Strokes() {}

    /** @param radius the size of a brush, in pixels of the small picture */
    static Downscaled of(Downscaled from, int radius, Bands bands) throws Stopped {
        Downscaled to = from.blank();
        bands.lines(from.height(), y -> {
            Patch patch = new Patch();
            for (int x = 0; x < from.width(); x++) {
                patch.best = Float.MAX_VALUE;
                for (int corner = 0; corner < 4; corner++) {
                    patch.measure(
                            from, x - (corner & 1) * radius, y - (corner >> 1) * radius, radius);
                }
                to.set(x, y, patch.colour);
            }
        });
        return to;
    }

    /** Keeps the mean of the most even of the squares it has measured. */
    private static final class Patch {
        final Ink colour = new Ink();
        private final Ink ink = new Ink();
        float best;

        void measure(Downscaled from, int left, int top, int radius) {
            float r = 0;
            float g = 0;
            float b = 0;
            float sum = 0;
            float squares = 0;
            for (int y = top; y <= top + radius; y++) {
                for (int x = left; x <= left + radius; x++) {
                    from.get(x, y, ink);
                    r += ink.r;
                    g += ink.g;
                    b += ink.b;
                    float value = (float) Math.sqrt(Math.max(0, ink.luminance()));
                    sum += value;
                    squares += value * value;
                }
            }
            float part = 1f / ((radius + 1) * (radius + 1));
            float spread = squares * part - sum * part * sum * part;
            if (spread >= best) return;
            best = spread;
            colour.set(r * part, g * part, b * part);
        }
    }
}
