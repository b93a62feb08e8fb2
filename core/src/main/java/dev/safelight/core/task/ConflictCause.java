package dev.safelight.core.task;

/** Why the names of a submit cannot be its own. */
public enum ConflictCause {
    /** Another request came before under its idempotency key. */
    OTHER_REQUEST_OF_KEY,
    /** Another request came before under its own id. */
    OTHER_REQUEST_OF_CALLERS_ID,
    /** Its idempotency key and its own id do not name one task. */
    NAMES_TWO_TASKS
}
