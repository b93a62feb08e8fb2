package dev.safelight.engines.illustrator.setting;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.View;

/** A place ready to be painted. */
public sealed interface Setting permits Backdrop, Land {
    View view();

    Surface surface();

    /** Fills the whole canvas. */
    void paint(Canvas canvas, Bands bands) throws Stopped;
}
