package dev.safelight.client;

import java.time.Duration;

/** Patience ran out before the task was done. The task goes on: wait again, or cancel it. */
public final class WaitTimeoutException extends SafelightException {
    private static final long serialVersionUID = 1L;

    private final transient TaskId task;

    WaitTimeoutException(TaskId task, Duration patience) {
        super("task " + task + " was not done after " + patience.toSeconds() + " s");
        this.task = task;
    }

    public TaskId task() {
        return task;
    }
}
