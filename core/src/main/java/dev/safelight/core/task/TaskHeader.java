package dev.safelight.core.task;

/** What never changes of a task: fixed at submit. */
public record TaskHeader(TaskId id, Owner owner, Route route, Terms terms) {}
