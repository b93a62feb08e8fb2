package dev.safelight.server.http;

/** Who may call a route, and against which allowance it counts. */
public enum Access {
    /** Anybody, uncounted. */
    OPEN,
    /** A key that may submit; counts as a submit. */
    SUBMIT,
    /** A key that may submit; counts as a read, so that a task can always be called off. */
    CANCEL,
    /** A key that may read; counts as a read, as waits do. */
    READ,
    /** A key that may administer its own account; counts as a read. */
    ADMIN,
    /** The operator's key; counts as a read. */
    OPERATE
}
