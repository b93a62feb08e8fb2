package dev.safelight.core.task;

import dev.safelight.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * A task as it is shown.
 *
 * @param progress 0-100: of the attempt under way or, until another starts, of the last one, also
 *     once the task has ended; 100 when it succeeded
 */
public record TaskView(Task task, int progress, Times times, Asked asked) {

    /** When things happened. */
    public record Times(
            Instant created,
            @Nullable Instant started,
            @Nullable Instant finished) {}

    /**
     * What was asked.
     *
     * @param input JSON text
     */
    public record Asked(
            String input,
            Map<String, String> metadata,
            @Nullable SessionId session) {}

    public TaskId id() {
        return task.ref().id();
    }

    public TaskState state() {
        return task.state();
    }

    public TaskStatus status() {
        return task.status();
    }

    public boolean isTerminal() {
        return task.status().isTerminal();
    }
}
