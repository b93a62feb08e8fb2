package dev.safelight.core.task;

/**
 * A submit that came before under the same name.
 *
 * @param digest of its request
 * @param making of what it makes alone; of a task without an id of the caller's own it is not kept,
 *     and is the digest
 */
public record Earlier(TaskId task, Fingerprint digest, Fingerprint making) {}
