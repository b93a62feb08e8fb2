package dev.safelight.core.engine;

import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Renders one request into files. One instance serves many runs at once, up to its capacity. */
public interface Engine {

    EngineName name();

    Tier tier();

    /** How many runs may be under way at once on this machine; at least 1. */
    int capacity();

    /**
     * What it says of a request before anything is charged: see {@link Admission}. The same one
     * each time.
     */
    default Admission admission() {
        return Admission.OF_ALL;
    }

    /**
     * Jobs that have equal keys, and wait at the same moment, may be given to one call of {@link
     * #renderAll}; a job without a key is rendered alone. Called on a thread that must not wait.
     */
    default @Nullable String batchKey(Job job) {
        return null;
    }

    /** How many jobs one call takes at most; each takes a slot of the {@link #capacity}. */
    default int batchSize() {
        return 1;
    }

    /**
     * Renders jobs of one key together, as {@link #render} does one. Each is to be ended; one that
     * is not has broken, or has stopped where it was asked to. What is thrown is the end of all
     * that have none.
     */
    default void renderAll(List<? extends Assignment> together) {
        throw new UnsupportedOperationException(name() + " renders its jobs one by one");
    }

    /**
     * Renders the job, reporting to {@code run}. Called on a platform thread that the engine may
     * keep busy; it must call {@link Run#checkpoint checkpoint}, {@link Run#progress progress} or
     * {@link Run#proceed proceed} at least every half second or so, because that is how a
     * cancellation reaches it; native code that takes longer is ended by {@link Run#whenStopped}.
     *
     * @throws EngineFailure what went wrong, in words for the caller of the API
     * @throws Stopped when asked to stop; the engine lets it through
     */
    Made render(Job job, Run run) throws EngineFailure, Stopped;
}
