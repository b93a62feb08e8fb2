package dev.safelight.server.dialect.executions;

import dev.safelight.core.task.TaskStatus;

/** The states as this dialect names them. */
final class State {
    private State() {}

    /** A pause between attempts shows as running. */
    static String of(TaskStatus status) {
        return switch (status) {
            case PENDING -> "pending";
            case RUNNING, RETRYING -> "running";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
