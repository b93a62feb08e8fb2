package dev.safelight.core.task;

/** A worker by the store's own number, fresh at every start of the process. */
public record WorkerId(long number) {}
