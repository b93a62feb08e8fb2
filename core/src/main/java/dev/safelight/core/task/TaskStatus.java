package dev.safelight.core.task;

/** The name of a state, for rows and filters. Stored by ordinal: append only. */
public enum TaskStatus {
    PENDING,
    RUNNING,
    RETRYING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Terminal never changes again. */
    public boolean isTerminal() {
        return compareTo(SUCCEEDED) >= 0;
    }
}
