package dev.safelight.engines.illustrator.compositing;

/** How a drawing touches the world. */
enum Stance {
    /** Feet on the ground: a shadow. */
    STANDS,
    /** In water: mirrored, with foam at its waterline. */
    FLOATS,
    /** In the air above ground: a faint shadow far below. */
    HOVERS,
    /** In the deep, in space or high up: nothing. */
    DRIFTS,
    /** Cut off by the picture's lower edge. */
    RISES,
    /** On another subject: that one's shadow will do. */
    RIDES
}
