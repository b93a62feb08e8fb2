package dev.safelight.app.architecture.planted.core.b;

import dev.safelight.app.architecture.planted.core.a.KnowsAServer;

import org.jspecify.annotations.Nullable;

/** The way back of the cycle. */
public record Back(@Nullable KnowsAServer there) {}
