package dev.safelight.engines.illustrator;

/** What a subject does, as far as its placing shows it. */
enum Pose {
    STANDING,
    RUNNING,
    SURFING,
    SWIMMING,
    FLYING,
    SLEEPING,
    /** On or in the subject that is named after it. */
    RIDING
}
