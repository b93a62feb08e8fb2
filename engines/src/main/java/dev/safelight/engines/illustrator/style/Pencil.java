package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.ToneCurve;

/** Lines along edges and hatching for shade, in graphite on paper. */
final class Pencil {
    private final int seed;

    Pencil(int seed) {
        this.seed = seed;
    }

    void apply(Downscaled small, Canvas canvas, Bands bands) throws Stopped {
        Downscaled soft = small.blurred(1, bands.part(0, .2f));
        Downscaled softer = small.blurred(3, bands.part(.2f, .4f));
        int factor = Downscaled.factor(canvas, 800);
        bands.part(.4f, 1).lines(canvas.height(), y -> {
            Ink near = new Ink();
            Ink far = new Ink();
            Ink scratch = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                soft.sample(x, y, near, scratch);
                softer.sample(x, y, far, scratch);
                float shown = ToneCurve.shown(near.luminance() * .62f);
                float line = (ToneCurve.shown(far.luminance() * .62f) - shown) * 15;
                float dark = Math.clamp(line, 0f, .85f);
                dark = Math.max(dark, hatching((float) x / factor, (float) y / factor, shown));
                float tooth =
                        Noise.fbm((float) x / factor * .7f, (float) y / factor * .7f, 2, seed + 4);
                dark *= .55f + .75f * tooth;
                near.set(.9f, .885f, .84f);
                near.mix(.045f, .045f, .055f, dark);
                canvas.set(x, y, near);
            }
        });
    }

    /** The darker a place, the more directions it is hatched in. */
    private float hatching(float u, float v, float shown) {
        float shake = Noise.value(u * .05f, v * .05f, seed + 1) * 5;
        float dark = 0;
        if (shown < .8f)
            dark = Math.max(dark, stroke(u + v + shake, 6) * Noise.smooth(.8f, .5f, shown) * .6f);
        if (shown < .6f)
            dark = Math.max(dark, stroke(u - v + shake, 5) * Noise.smooth(.6f, .34f, shown) * .7f);
        if (shown < .38f)
            dark = Math.max(
                    dark,
                    stroke(u * .3f + v + shake, 3.6f) * Noise.smooth(.38f, .15f, shown) * .8f);
        return dark;
    }

    private static float stroke(float across, float gap) {
        float part = across / gap - Noise.floor(across / gap);
        return Noise.smooth(.34f, .08f, Math.abs(part - .5f));
    }
}
