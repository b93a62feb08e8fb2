package dev.safelight.core.task;

/**
 * A task changed, and the change is on disk. Whoever follows a task from its first entry on can
 * fold its view from these; what was asked for and when it began is in the entries, not in the
 * task, so whoever joins later reads the view once.
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
