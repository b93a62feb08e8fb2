package dev.safelight.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. Safe for use by many threads. */
public final class VirtualTime implements InstantSource {
    private volatile Instant now;

    public VirtualTime(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Moves to a moment, which is never before now. */
    public void moveTo(Instant moment) {
        if (moment.isAfter(now)) now = moment;
    }
}
