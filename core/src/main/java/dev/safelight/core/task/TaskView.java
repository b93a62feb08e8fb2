package dev.safelight.core.task;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A task as it is shown.
 *
 * @param progress 0-100: of the attempt under way or, until another starts, of the last one, also
 *     once the task has ended; 100 when it succeeded
 */
public record TaskView(Task task, int progress, Times times, TaskInput input) {

    /** When things happened. */
    public record Times(
            Instant created,
            @Nullable Instant started,
            @Nullable Instant finished) {}

    public TaskId id() {
        return task.id();
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
