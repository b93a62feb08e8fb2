package dev.safelight.engines.illustrator;

/** What is under a subject's feet. */
enum Surface {
    GROUND,
    FLOOR,
    WATER,
    /** Open space, air or the deep: nothing to stand on. */
    NOTHING
}
