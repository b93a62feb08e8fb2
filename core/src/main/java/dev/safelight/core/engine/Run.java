package dev.safelight.core.engine;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * What an engine reports to while it renders. Each method throws {@link Stopped} once the task was
 * cancelled, lost its lease, ran out of time, or the server is draining.
 */
public interface Run {

    /** Tells how far the work is, 0-100. Cheap: throttled before anything becomes durable. */
    void progress(int percent) throws Stopped;

    /** Saves what a later attempt needs to go on from here; on disk when it returns. */
    void checkpoint(JsonNode body) throws Stopped;

    /** Waits, in the server's own time. */
    void pause(Duration duration) throws Stopped;

    /** Returns when the work may go on, throws when it must stop. Costs a volatile read. */
    void proceed() throws Stopped;

    /** Whether to stop; for native code that polls a flag rather than unwinding. */
    boolean stopped();
}
