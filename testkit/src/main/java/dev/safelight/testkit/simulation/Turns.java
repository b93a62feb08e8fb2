package dev.safelight.testkit.simulation;

import dev.safelight.core.time.Step;

import java.time.Instant;

/** A step and when it wants to be called; waking it makes it due at once. */
public final class Turns {
    private final Step step;
    private Instant next = Instant.MIN;
    private boolean woken;

    public Turns(Step step) {
        this.step = step;
    }

    public void wake() {
        woken = true;
    }

    public boolean isDue(Instant now) {
        return woken || !next.isAfter(now);
    }

    /** When it is due if nobody wakes it. */
    public Instant next() {
        return next;
    }

    public void take(Instant now) {
        woken = false;
        next = step.step(now);
    }
}
