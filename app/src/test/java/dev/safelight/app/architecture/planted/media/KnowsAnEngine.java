package dev.safelight.app.architecture.planted.media;

import dev.safelight.app.architecture.planted.engines.drum.Stick;

/** Shared by all engines, and knows one. */
public record KnowsAnEngine(Stick stick) {}
