package dev.safelight.client;

/**
 * Why a task failed. A failed task costs nothing.
 *
 * @param code for programs, as in {@code engine_unavailable}
 * @param message for people, saying what to do
 * @param retryable whether the same request may be submitted again unchanged
 */
public record Failure(String code, String message, boolean retryable) {}
