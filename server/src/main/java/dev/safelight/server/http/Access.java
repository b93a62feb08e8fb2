package dev.safelight.server.http;

/** Who may call a route, and against which allowance it counts. */
public enum Access {
    /** Anybody, uncounted. */
    OPEN,
    /** A key's holder; counts as a submit. */
    SUBMIT,
    /** A key's holder; counts as a read, as waits and cancels do. */
    READ
}
