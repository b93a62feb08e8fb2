package dev.safelight.server.dialect;

/** What an id that is shown may be of. */
public enum IdKind {
    TASK,
    SESSION,
    FILE,
    KEY,
    ACCOUNT,
    ENDPOINT,
    /** By which everybody sees a file while they may. */
    PREVIEW,
    /** Of any form: what stands behind the prefix is the voice's own name. */
    VOICE
}
