package dev.safelight.core.task;

/**
 * Why a task failed.
 *
 * @param code for programs
 * @param message for people, saying what to do
 * @param retryable whether the same request may be submitted again unchanged
 */
public record Failure(FailureCode code, String message, boolean retryable) {}
