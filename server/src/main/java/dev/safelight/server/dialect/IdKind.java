package dev.safelight.server.dialect;

/** What an id that is shown may be of. */
public enum IdKind {
    TASK,
    SESSION,
    FILE
}
