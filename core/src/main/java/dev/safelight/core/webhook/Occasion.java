package dev.safelight.core.webhook;

/**
 * What endpoints and callbacks are told of. Stored by name: rename none, remove none. Each dialect
 * has a word of its own for it.
 */
public enum Occasion {
    TASK_SUCCEEDED,
    TASK_FAILED,
    TASK_CANCELLED
}
