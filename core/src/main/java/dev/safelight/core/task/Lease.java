package dev.safelight.core.task;

/**
 * A worker's right to write about a task. Every late writer is told apart by its fence.
 *
 * @param fence fresh per acquisition
 */
public record Lease(TaskId task, long fence) {}
