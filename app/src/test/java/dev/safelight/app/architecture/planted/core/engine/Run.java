package dev.safelight.app.architecture.planted.core.engine;

/** A piece of the port. */
public record Run() {}
