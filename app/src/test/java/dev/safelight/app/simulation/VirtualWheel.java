package dev.safelight.app.simulation;

import dev.safelight.app.Driver;
import dev.safelight.core.time.Step;

import java.time.Instant;
import java.time.InstantSource;

/** Has its step called when the simulation says so. */
final class VirtualWheel implements Driver.Wheel {
    private Step step = now -> Instant.MAX;
    private Instant next = Instant.MAX;
    private boolean woken;

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    public void turn(Step called, InstantSource clock) {
        step = called;
        next = Instant.MIN;
    }

    @Override
    public void stop() {
        step = now -> Instant.MAX;
    }

    boolean isDue(Instant now) {
        return woken || !next.isAfter(now);
    }

    /** When it is due if nobody wakes it. */
    Instant next() {
        return next;
    }

    void take(Instant now) {
        woken = false;
        next = step.step(now);
    }
}
