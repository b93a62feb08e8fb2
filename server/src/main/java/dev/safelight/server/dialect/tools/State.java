package dev.safelight.server.dialect.tools;

import dev.safelight.core.task.TaskStatus;

import java.util.Set;

/** The states as this dialect names them. */
enum State {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** What it stands for: a pause between attempts shows as processing. */
    Set<TaskStatus> meant() {
        return switch (this) {
            case PENDING -> Set.of(TaskStatus.PENDING);
            case PROCESSING -> Set.of(TaskStatus.RUNNING, TaskStatus.RETRYING);
            case COMPLETED -> Set.of(TaskStatus.SUCCEEDED);
            case FAILED -> Set.of(TaskStatus.FAILED);
            case CANCELLED -> Set.of(TaskStatus.CANCELLED);
        };
    }

    static State of(TaskStatus status) {
        return switch (status) {
            case PENDING -> PENDING;
            case RUNNING, RETRYING -> PROCESSING;
            case SUCCEEDED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }
}
