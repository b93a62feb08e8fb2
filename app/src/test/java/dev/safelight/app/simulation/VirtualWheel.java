package dev.safelight.app.simulation;

import dev.safelight.app.Driver;
import dev.safelight.core.time.Step;
import dev.safelight.testkit.simulation.Turns;

import java.time.Instant;
import java.time.InstantSource;

/** Has its step called when the simulation says so. */
final class VirtualWheel implements Driver.Wheel {
    private static final Step NOTHING = now -> Instant.MAX;
    private Turns turns = new Turns(NOTHING);

    @Override
    public void wake() {
        turns.wake();
    }

    @Override
    public void turn(Step step, InstantSource clock) {
        turns = new Turns(step);
    }

    @Override
    public void stop() {
        turns = new Turns(NOTHING);
    }

    Turns turns() {
        return turns;
    }
}
