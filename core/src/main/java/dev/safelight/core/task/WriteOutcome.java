package dev.safelight.core.task;

/** What became of a worker's write. */
public enum WriteOutcome {
    /** It is on disk. */
    STORED,
    /** Another acquisition, a cancellation or a deadline came first: drop the work. */
    LOST
}
