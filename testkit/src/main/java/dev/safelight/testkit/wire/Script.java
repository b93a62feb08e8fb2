package dev.safelight.testkit.wire;

import java.util.List;

/**
 * How tasks go.
 *
 * @param progress what each look shows before the end; 0 is a task that is still queued
 * @param end the look after those
 */
public record Script(List<Integer> progress, End end) {

    /** The state that a task stays in. */
    public enum End {
        COMPLETED,
        FAILED,
        CANCELLED,
        /** It never ends of itself. */
        NEVER
    }

    public static Script done(Integer... progress) {
        return new Script(List.of(progress), End.COMPLETED);
    }

    public static Script ending(End end) {
        return new Script(List.of(), end);
    }
}
