package dev.safelight.app.simulation;

import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.testkit.simulation.MemoryBlobs;

import java.util.Random;

/** Breaks commits and blobs now and then, as long as it is switched on. */
final class Faults implements CommitGate {
    private final Random random;
    private final MemoryBlobs blobs;
    private boolean on;

    Faults(Random random, MemoryBlobs blobs) {
        this.random = random;
        this.blobs = blobs;
    }

    void set(boolean now) {
        on = now;
        if (!on) blobs.fail(false);
    }

    boolean happens(int inAThousand) {
        return on && random.nextInt(1_000) < inAThousand;
    }

    /** Something that lasts a little. */
    void maybeBreakBlobs() {
        if (happens(10)) blobs.fail(random.nextBoolean());
    }

    @Override
    public void commit(Runnable commit) {
        if (happens(15)) throw new IllegalStateException("failed before the commit");
        commit.run();
        if (happens(15)) throw new IllegalStateException("failed after the commit");
    }
}
