package dev.safelight.core.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** An engine and what runs on it. Confined to the thread that steps the worker. */
final class Bench {
    final Engine engine;
    final Set<Execution> runs = new HashSet<>();
    boolean claiming;
    Instant claimAfter = Instant.MIN;

    /** Those of the runs that should have stopped long ago. */
    private final Set<Execution> hanging = new HashSet<>();

    Bench(Engine engine) {
        this.engine = engine;
    }

    int free() {
        return engine.capacity() - runs.size();
    }

    int hanging() {
        return hanging.size();
    }

    void finished(Execution run) {
        runs.remove(run);
        hanging.remove(run);
    }

    /** Each is named once in the log: nothing but a restart frees its slot. */
    void lookForHanging(Instant now) {
        for (var run : runs) {
            if (run.hangs(now) && hanging.add(run)) warn(run);
        }
    }

    private void warn(Execution run) {
        System.getLogger(Bench.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "engine {0} has not stopped working on task {1} though it was told to; it"
                                + " keeps its slot",
                        engine.name(),
                        run.lease().task());
    }
}
