package dev.safelight.app.architecture.planted.engines.drum;

/** Public, and no engine. */
public final class Stick {
    private Stick() {}
}
