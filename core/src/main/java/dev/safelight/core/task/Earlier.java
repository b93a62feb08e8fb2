package dev.safelight.core.task;

/**
 * A submit that came before under the same name.
 *
 * @param digest of its request
 */
public record Earlier(TaskId task, Fingerprint digest) {}
