package dev.safelight.store.sqlite;

import dev.safelight.core.task.Task;
import dev.safelight.core.task.WorkerId;

/**
 * A task that has ended while its engine has not stopped yet, as of a commit.
 *
 * @param last the change number of its latest event
 */
record Stopping(Task task, long last, WorkerId worker) {}
