package dev.safelight.store.sqlite;

/** What a contender was told about its race. */
enum Told {
    WON,
    LOST,
    /** It was the clock, and nobody tells the clock. */
    NOTHING
}
