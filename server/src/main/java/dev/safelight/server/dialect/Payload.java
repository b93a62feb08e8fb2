package dev.safelight.server.dialect;

import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskView;

/**
 * How a dialect tells an endpoint what happened to a task. Rendered once, off the writer, before it
 * is first sent: the bytes that come of it never change.
 */
@FunctionalInterface
public interface Payload {
    /**
     * The body of a delivery.
     *
     * @param view the task as of the entry, not as of now
     * @param entry what is told
     * @return JSON as UTF-8
     */
    byte[] of(TaskView view, LogEntry entry);
}
