package dev.safelight.engines.illustrator.reading;

/** What a subject does, as far as its placing shows it. */
public enum Pose {
    STANDING,
    RUNNING,
    SURFING,
    SWIMMING,
    FLYING,
    SLEEPING,
    /** On or in the subject that is named after it. */
    RIDING
}
