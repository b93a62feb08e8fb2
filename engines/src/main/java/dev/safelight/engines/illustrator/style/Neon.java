package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.paint.ToneCurve;

/** A dark scene in violet and blue whose edges glow like tubes. */
final class Neon {
    private static final Rgb PINK = new Rgb(1, .1f, .62f);
    private static final Rgb CYAN = new Rgb(.05f, .85f, 1);
    private final Downscaled small;

    Neon(Downscaled small) {
        this.small = small;
    }

    void apply(Canvas canvas, Bands bands) throws Stopped {
        Downscaled edges = edges(bands.part(0, .3f));
        Downscaled halo = edges.blurred(6, bands.part(.3f, .5f));
        bands.part(.5f, 1).lines(canvas.height(), y -> {
            Ink ink = new Ink();
            Ink tube = new Ink();
            Ink scratch = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                canvas.get(x, y, ink);
                float light = ink.luminance();
                ink.mix(light * .55f + .012f, light * .2f + .006f, light * .85f + .035f, .6f);
                ink.scale(.62f);
                edges.sample(x, y, tube, scratch);
                ink.r += tube.r * .9f;
                ink.g += tube.g * .9f;
                ink.b += tube.b * .9f;
                halo.sample(x, y, tube, scratch);
                ink.r += tube.r * 1.1f;
                ink.g += tube.g * 1.1f;
                ink.b += tube.b * 1.1f;
                canvas.set(x, y, ink);
            }
        });
    }

    /** Lines of light where the picture changes, their colour turning slowly across it. */
    private Downscaled edges(Bands bands) throws Stopped {
        Downscaled edges = small.blank();
        Downscaled soft = small.blurred(1, bands.part(0, .5f));
        bands.part(.5f, 1).lines(small.height(), y -> {
            Ink ink = new Ink();
            for (int x = 0; x < small.width(); x++) {
                float dx = shown(soft, x + 2, y) - shown(soft, x - 2, y);
                float dy = shown(soft, x, y + 2) - shown(soft, x, y - 2);
                float edge = Noise.smooth(.16f, .5f, (float) Math.sqrt(dx * dx + dy * dy));
                float turn = .5f + .5f * (float) Math.sin(x * .011f + y * .016f);
                ink.set(CYAN);
                ink.mix(PINK, turn);
                ink.scale(edge);
                edges.set(x, y, ink);
            }
        });
        return edges;
    }

    private static float shown(Downscaled from, int x, int y) {
        return ToneCurve.shown(from.luminance(x, y));
    }
}
