package dev.safelight.core.task;

/**
 * A task that is stored.
 *
 * @param row the store's own number, opaque to everyone else
 */
public record TaskRef(TaskId id, long row) {}
