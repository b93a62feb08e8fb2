package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;

/** Gives the painted picture the look of its style. */
public final class StyleTreatment {
    /** The shorter side on which strokes and lines are worked out. */
    private static final int SIDE = 800;

    private final Canvas canvas;
    private final int seed;
    private final Bands bands;

    public StyleTreatment(Canvas canvas, int seed, Bands bands) {
        this.canvas = canvas;
        this.seed = seed;
        this.bands = bands;
    }

    public void apply(Style style) throws Stopped {
        switch (style) {
            case ILLUSTRATION, CINEMATIC -> glow(.16f);
            case WATERCOLOR ->
                new Watercolor(small(), seed).apply(strokes(5), canvas, bands.part(.6f, 1));
            case OIL -> new Oil(seed).apply(strokes(6), canvas, bands.part(.6f, 1));
            case PIXEL -> pixels();
            case SKETCH -> new Pencil(seed).apply(small(), canvas, bands.part(.5f, 1));
            case POSTER -> ColourStyles.poster(strokes(5), canvas, bands.part(.6f, 1));
            case NEON -> new Neon(small()).apply(canvas, bands.part(.4f, 1));
            case NOIR -> {
                glow(.2f);
                ColourStyles.noir(canvas, bands.part(.6f, 1));
            }
            case VINTAGE -> {
                glow(.2f);
                ColourStyles.vintage(canvas, bands.part(.6f, 1));
            }
        }
    }

    private Downscaled small() throws Stopped {
        return Downscaled.of(canvas, Downscaled.factor(canvas, SIDE), bands.part(0, .2f));
    }

    private Downscaled strokes(int radius) throws Stopped {
        return Strokes.of(small(), radius, bands.part(.2f, .6f));
    }

    /** Bright places shine over their surroundings, as in any lens. */
    private void glow(float share) throws Stopped {
        Downscaled blurred = Downscaled.of(
                        canvas, Downscaled.factor(canvas, 160), bands.part(0, .1f))
                .blurred(4, bands.part(.1f, .2f));
        bands.part(.2f, .6f).lines(canvas.height(), y -> {
            Ink ink = new Ink();
            Ink soft = new Ink();
            Ink scratch = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                blurred.sample(x, y, soft, scratch);
                float over = Math.max(0, soft.luminance() - .55f);
                canvas.get(x, y, ink);
                ink.r += soft.r * over * share;
                ink.g += soft.g * over * share;
                ink.b += soft.b * over * share;
                canvas.set(x, y, ink);
            }
        });
    }

    /** Big square pixels in few colours, dithered. */
    private void pixels() throws Stopped {
        int side = Downscaled.factor(canvas, 144);
        Downscaled cells = Downscaled.of(canvas, side, bands.part(0, .5f));
        bands.part(.5f, 1).lines(canvas.height(), y -> {
            Ink ink = new Ink();
            for (int x = 0; x < canvas.width(); x++) {
                int cx = x / side;
                int cy = y / side;
                cells.get(cx, cy, ink);
                float dither = ((cx & 1) * 2 + ((cx ^ cy) & 1) * 1.5f - 1.75f) * .011f;
                ink.set(
                        ColourStyles.step(ink.r, 9, dither),
                        ColourStyles.step(ink.g, 9, dither),
                        ColourStyles.step(ink.b, 9, dither));
                canvas.set(x, y, ink);
            }
        });
    }
}
