package dev.safelight.core.task;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A task as it is shown. */
public record TaskView(Task task, Times times, TaskInput input) {

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

    /** 0-100; of the attempt under way, and 100 once it succeeded. */
    public int progress() {
        return switch (task.state()) {
            case TaskState.Running running -> running.progress();
            case TaskState.Succeeded succeeded -> 100;
            case TaskState.Pending pending -> 0;
            case TaskState.Retrying retrying -> 0;
            case TaskState.Failed failed -> 0;
            case TaskState.Cancelled cancelled -> 0;
        };
    }
}
