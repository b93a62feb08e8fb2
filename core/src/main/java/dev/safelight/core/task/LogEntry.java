package dev.safelight.core.task;

import java.time.Instant;

/**
 * One entry of a task's log.
 *
 * @param change its number in the store, for feeds
 * @param sequence its number in the task's log, from 1 without gaps
 * @param body JSON text, empty when the kind says it all
 */
public record LogEntry(long change, long sequence, Instant at, TaskEvent.Kind kind, String body) {}
