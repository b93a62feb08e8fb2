package dev.safelight.core.task;

/**
 * A task as of one entry of its log.
 *
 * @param view the task as the entry leaves it
 */
public record Moment(LogEntry entry, TaskView view) {}
