package dev.safelight.client;

/**
 * The server has the task on its disk.
 *
 * @param estimatedCredits held now, charged when the task completes, and otherwise given back
 * @param replayed whether this answer is the one that the same idempotency key got before
 */
public record Submitted(TaskId task, long estimatedCredits, boolean replayed) {}
