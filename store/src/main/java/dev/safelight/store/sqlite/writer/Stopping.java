package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.Task;
import dev.safelight.core.task.WorkerId;

/**
 * A task that has ended while its engine has not stopped yet, as of a commit.
 *
 * @param row the task's
 * @param last the change number of its latest entry
 */
record Stopping(Task task, long row, long last, WorkerId worker) {}
