package dev.safelight.core.task;

/** Who won when a task was called off. */
public enum Cancellation {
    /** It is cancelled now, uncharged. */
    CANCELLED,
    /** It had ended before. */
    TOO_LATE,
    /** This account has no such task. */
    ABSENT
}
