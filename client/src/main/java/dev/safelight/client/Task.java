package dev.safelight.client;

/**
 * A task as the server showed it at one moment.
 *
 * @param type what is made, as in {@code TEXT_TO_IMAGE}; empty where the server does not say
 */
public record Task(TaskId id, String type, TaskState state) {

    /** Whether it will never change again. */
    public boolean isDone() {
        return switch (state) {
            case TaskState.Pending pending -> false;
            case TaskState.Processing processing -> false;
            case TaskState.Completed completed -> true;
            case TaskState.Failed failed -> true;
            case TaskState.Cancelled cancelled -> true;
        };
    }

    /** 0-100; a task that has ended keeps its last. */
    public int progress() {
        return switch (state) {
            case TaskState.Pending pending -> 0;
            case TaskState.Processing processing -> processing.progress();
            case TaskState.Completed completed -> 100;
            case TaskState.Failed failed -> failed.progress();
            case TaskState.Cancelled cancelled -> cancelled.progress();
        };
    }
}
