package dev.safelight.core.ledger;

import java.time.Duration;

/** A span of time up to now, over which a key may spend so much. */
public enum SpendWindow {
    FIVE_HOURS(Duration.ofHours(5)),
    ONE_DAY(Duration.ofDays(1)),
    SEVEN_DAYS(Duration.ofDays(7));

    private final Duration length;

    SpendWindow(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
