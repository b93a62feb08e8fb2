package dev.safelight.app;

import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.RunThreads;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.time.Step;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Who keeps an assembly going, and by which clock and chance: the machine, or a simulation under
 * one seed.
 */
public interface Driver {

    /** The clock that all parts go by. It never shows an instant before this one. */
    InstantSource clock(Instant notBefore);

    RandomGenerator random();

    /** For reads of the store, which block in native code. */
    Executor readers(int most);

    /** For whatever answers a caller. */
    Executor handlers();

    /** Somebody who will call one step. */
    Wheel wheel(String name);

    /** Calls a step when its time has come, and at once when it is woken. Waking may come first. */
    interface Wheel {
        /** Cheap; any thread. */
        void wake();

        /** Calls the step from now on. */
        void turn(Step step, InstantSource clock);

        /** Ends after the step under way. */
        void stop();
    }

    /** Where a worker works. */
    interface Station {
        Pace pace();

        RunThreads runs();

        Wheel wheel();

        /** The store, as it is reached from there. */
        TaskStore reach(TaskStore store);

        /** The worker, as news of commits reach it there. */
        CommitListener tell(CommitListener worker);
    }
}
