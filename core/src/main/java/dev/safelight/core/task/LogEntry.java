package dev.safelight.core.task;

import java.time.Instant;

/**
 * One entry of a task's log: an event, and when it happened.
 *
 * @param sequence its number in the task's log, from 1 without gaps
 */
public record LogEntry(long sequence, Instant at, TaskEvent event) {

    public TaskEvent.Kind kind() {
        return event.kind();
    }
}
