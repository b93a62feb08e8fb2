package dev.safelight.app.architecture.planted.core.task;

public record TaskStore(int tasks) {}
