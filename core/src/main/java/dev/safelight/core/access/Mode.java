package dev.safelight.core.access;

/** What a key is for. Stored by ordinal: append only. */
public enum Mode {
    /** Real engines, real credits. */
    LIVE,
    /** The sandbox engine and a book of its own. */
    TEST
}
