package dev.safelight.core.task;

/** A task changed, and the change is on disk. */
public record TaskChange(TaskRef task, TaskStatus status, Task.Stamp stamp) {}
