package dev.safelight.app.simulation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

/** Replay one with {@code -Dsafelight.seed=N}. */
class SimulationTest {
    private static final int SEEDS = Boolean.getBoolean("safelight.full") ? 2_000 : 300;

    private static final Quiet QUIET = new Quiet();

    @BeforeAll
    static void keepQuiet() {
        QUIET.begin();
    }

    @AfterAll
    static void logAgain() {
        QUIET.end();
    }

    @Test
    void every_promise_is_kept_under_every_seed() {
        seeds().forEach(SimulationTest::run);
    }

    private static LongStream seeds() {
        var one = Long.getLong("safelight.seed");
        return one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
    }

    private static void run(long seed) {
        try {
            Simulation.run(seed);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "seed " + seed + " (replay: ./safelight test -Dsafelight.seed=" + seed + ")",
                    broken);
        }
    }
}
