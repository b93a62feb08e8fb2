package dev.safelight.app;

import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.RunThreads;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskStore;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** The machine's own clock, chance and threads. */
final class MachineDriver implements Driver {
    private final Loop loop;
    private final SecureRandom random = new SecureRandom();
    private final Executor handlers;

    MachineDriver(Loop loop) {
        this.loop = loop;
        handlers = loop.virtualThreads();
    }

    @Override
    public InstantSource clock(Instant notBefore) {
        return new SteadyClock(Instant.now(), notBefore, System::nanoTime);
    }

    /** The time that others know: it may jump, so nothing here is decided by it. */
    InstantSource wall() {
        return InstantSource.system();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Executor readers(int most) {
        return loop.platformThreads("store-reader", most);
    }

    @Override
    public Executor handlers() {
        return handlers;
    }

    @Override
    public Wheel wheel(String name) {
        return loop.wheel(name);
    }

    /** For files that come in: writes, digests and looks at them. */
    Executor receivers(int most) {
        return loop.platformThreads("receiver", most);
    }

    /** A place in this process: nothing is between it and the store. */
    Station station() {
        var pace = new BlockingPace();
        var runs = loop.runThreads();
        return new Station() {
            @Override
            public Pace pace() {
                return pace;
            }

            @Override
            public RunThreads runs() {
                return (engine, run) -> runs.execute(run);
            }

            @Override
            public Wheel wheel() {
                return loop.wheel("worker");
            }

            @Override
            public TaskStore reach(TaskStore store) {
                return store;
            }

            @Override
            public CommitListener tell(CommitListener worker) {
                return worker;
            }
        };
    }
}
