package dev.safelight.core.engine;

import dev.safelight.core.tool.EngineName;

/** Renders one request into files. One instance serves many runs at once, up to its capacity. */
public interface Engine {

    EngineName name();

    Tier tier();

    /** How many runs may be under way at once on this machine; at least 1. */
    int capacity();

    /**
     * Renders the job, reporting to {@code run}. Called on a platform thread that the engine may
     * keep busy; it must call {@link Run#checkpoint checkpoint}, {@link Run#progress progress} or
     * {@link Run#proceed proceed} at least every half second or so, because that is how a
     * cancellation reaches it.
     *
     * @throws EngineFailure what went wrong, in words for the caller of the API
     * @throws Stopped when asked to stop; the engine lets it through
     */
    Made render(Job job, Run run) throws EngineFailure, Stopped;
}
