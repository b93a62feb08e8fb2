package dev.safelight.client;

/** Groups the tasks that belong together. */
public record Session(SessionId id, String title) {}
