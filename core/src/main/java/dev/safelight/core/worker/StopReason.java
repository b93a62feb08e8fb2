package dev.safelight.core.worker;

/** Why a run is to stop. */
enum StopReason {
    /** The task ended without it: cancelled, or out of time. */
    ENDED,
    /** Another acquisition has the task. */
    LOST,
    /** The server is draining. */
    DRAINED
}
