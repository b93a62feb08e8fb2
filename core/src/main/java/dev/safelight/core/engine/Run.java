package dev.safelight.core.engine;

import dev.safelight.core.task.Preview;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
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

    /**
     * A file that the input names.
     *
     * @param id as the input has it
     * @throws IllegalArgumentException when the input names no such file
     */
    InputFile file(String id);

    /**
     * A folder for this run alone, on the disk of the data, made when first asked for; gone at the
     * run's end, whatever becomes of it. What the run made may lie there until its bytes are
     * stored.
     */
    Path scratch() throws IOException;

    /**
     * Shows what is coming, in the place of what was shown before. Kept in memory until the run
     * ends; one over {@link dev.safelight.core.task.Previews#MOST_BYTES_EACH} is not kept.
     */
    void preview(Preview picture) throws Stopped;

    /** Waits, in the server's own time. */
    void pause(Duration duration) throws Stopped;

    /** Returns when the work may go on, throws when it must stop. Costs a volatile read. */
    void proceed() throws Stopped;

    /** Whether to stop; for native code that polls a flag rather than unwinding. */
    boolean stopped();

    /**
     * Has this done once the work must stop: at once where it must already, else by the thread that
     * says so, which is none of the run's own, and perhaps after its end. It must not wait. For
     * native code that another thread ends.
     */
    void whenStopped(Runnable then);
}
