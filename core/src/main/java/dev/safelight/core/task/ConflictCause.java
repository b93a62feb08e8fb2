package dev.safelight.core.task;

/** Why the names of a submit cannot be its own. */
public enum ConflictCause {
    /** Another request came before under its idempotency key. */
    OTHER_REQUEST_OF_KEY,
    /** Another request came before under its {@code outTaskId}. */
    OTHER_REQUEST_OF_OUT_ID,
    /** Its idempotency key and its {@code outTaskId} do not name one task. */
    NAMES_TWO_TASKS
}
