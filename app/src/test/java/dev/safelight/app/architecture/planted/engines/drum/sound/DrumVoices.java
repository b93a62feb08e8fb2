package dev.safelight.app.architecture.planted.engines.drum.sound;

/** A part of an engine, public for its engine alone. */
public final class DrumVoices {
    private DrumVoices() {}
}
