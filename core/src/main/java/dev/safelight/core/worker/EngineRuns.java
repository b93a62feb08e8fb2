package dev.safelight.core.worker;

import dev.safelight.core.engine.Engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** An engine and what runs on it. Confined to the thread that steps the worker. */
final class EngineRuns {
    private final Engine engine;
    private final Set<Execution> runs = new HashSet<>();

    /** Those of the runs that should have stopped long ago. */
    private final Set<Execution> hanging = new HashSet<>();

    EngineRuns(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    int free() {
        return engine.capacity() - runs.size();
    }

    int hanging() {
        return hanging.size();
    }

    void add(Collection<Execution> started) {
        runs.addAll(started);
    }

    void remove(Execution finished) {
        runs.remove(finished);
        hanging.remove(finished);
    }

    /** Each is named once in the log: nothing but a restart frees its slot. */
    void lookForHanging(Instant now) {
        hanging.removeIf(run -> !run.hangs(now));
        for (var run : runs) {
            if (run.hangs(now) && hanging.add(run)) warn(run);
        }
    }

    private void warn(Execution run) {
        System.getLogger(EngineRuns.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "engine {0} has not stopped working on task {1} though it was told to; it"
                                + " keeps its slot",
                        engine.name(),
                        run.task());
    }
}
