package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Stopped;

/** A place ready to be painted. */
sealed interface Setting permits Backdrop, Land {
    View view();

    Surface surface();

    /** Fills the whole canvas. */
    void paint(Canvas canvas, Bands bands) throws Stopped;
}
