package dev.safelight.app.architecture.planted.app;

import org.jspecify.annotations.Nullable;

/** The way back of a circle of two classes. */
record Answers(@Nullable Asks asks) {}
