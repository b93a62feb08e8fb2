package dev.safelight.core.task;

/**
 * A task changed, and the change is on disk.
 *
 * @param task as the entry leaves it
 * @param entry what the change added to its log
 */
public record TaskChange(Task task, LogEntry entry) {

    public TaskId id() {
        return task.id();
    }

    public TaskStatus status() {
        return task.status();
    }
}
