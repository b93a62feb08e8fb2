package dev.safelight.engines.illustrator.setting;

/** What is under a subject's feet. */
public enum Surface {
    GROUND,
    FLOOR,
    WATER,
    /** Open space, air or the deep: nothing to stand on. */
    NOTHING
}
