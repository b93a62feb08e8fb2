package dev.safelight.engines.illustrator.setting;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.View;

/** A setting whose pixels are worked out one by one from their rays. */
record Backdrop(View view, Surface surface, Rays rays) implements Setting {

    @Override
    public void paint(Canvas canvas, Bands bands) throws Stopped {
        bands.lines(canvas.height(), y -> {
            Ink ink = new Ink();
            float ny = view.ny(y);
            for (int x = 0; x < canvas.width(); x++) {
                rays.at(view.nx(x), ny, ink);
                canvas.set(x, y, ink);
            }
        });
    }

    /** What is seen along the ray (nx, ny, 1). A pure function, called from many threads. */
    interface Rays {
        void at(float nx, float ny, Ink out);
    }
}
