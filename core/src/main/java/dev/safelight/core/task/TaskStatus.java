package dev.safelight.core.task;

/** The name of a state, for rows and filters. Stored by its code: codes never change. */
public enum TaskStatus {
    PENDING(0),
    RUNNING(1),
    RETRYING(2),
    SUCCEEDED(3),
    FAILED(4),
    CANCELLED(5);

    private static final TaskStatus[] BY_CODE = values();
    private final int code;

    TaskStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The status that is stored as this code. */
    public static TaskStatus of(int code) {
        return BY_CODE[code];
    }

    /** Terminal never changes again. */
    public boolean isTerminal() {
        return compareTo(SUCCEEDED) >= 0;
    }
}
