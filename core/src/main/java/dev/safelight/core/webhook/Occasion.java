package dev.safelight.core.webhook;

/**
 * What endpoints and callbacks are told of. Stored by name: rename none, remove none. Each dialect
 * has a word of its own for it. Those about files are of files that a caller brought.
 */
public enum Occasion {
    TASK_SUCCEEDED,
    TASK_FAILED,
    TASK_CANCELLED,
    /** The bytes of a file are stored. */
    FILE_UPLOADED,
    /** The bytes of a file that was announced were not taken. */
    FILE_REFUSED,
    /** A file can be downloaded. */
    FILE_DOWNLOADABLE,
    /** A clip or a sound was looked at and can be played. */
    FILE_PLAYABLE,
    /** A file was looked at, and it could be read. */
    FILE_UNDERSTOOD,
    /** A file was looked at, and it could not be read. */
    FILE_NOT_UNDERSTOOD,
    /** Nothing makes workflow runs yet, but endpoints may want to hear of them. */
    RUN_SUCCEEDED,
    RUN_FAILED,
    RUN_CANCELLED,
    /** Somebody asked for it, to see that it arrives; told whatever the endpoint wants to hear. */
    TEST
}
