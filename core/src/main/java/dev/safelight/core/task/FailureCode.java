package dev.safelight.core.task;

import java.util.Locale;

/** Every way in which a task can fail. Stored by name: rename none, remove none. */
public enum FailureCode {
    /** The engine ran and made nothing usable. */
    MODEL_ERROR,
    /** The input passed its schema, but this engine cannot render it. */
    INVALID_INPUT,
    /** A pack, program or service that the engine needs is not there. */
    ENGINE_UNAVAILABLE,
    /** The engine broke, or its process did. */
    ENGINE_CRASHED,
    /** The worker was not heard of within its lease, on the last attempt. */
    LEASE_LOST,
    /** The hard deadline passed, counted from the first start. */
    DEADLINE_EXCEEDED,
    /** Nobody could start it within its queue limit. */
    QUEUE_EXPIRED,
    /** A remote send may or may not have happened and must not be repeated. */
    OUTCOME_UNKNOWN,
    /** The result could not be kept: the disk is full or broken. */
    STORAGE_FAILED,
    /** The engine judged the prompt and will not make it. */
    PROMPT_REFUSED;

    /** The word on the wire, as in {@code deadline_exceeded}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
