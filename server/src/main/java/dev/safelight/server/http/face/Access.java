package dev.safelight.server.http.face;

import dev.safelight.core.access.Scope;

import org.jspecify.annotations.Nullable;

/** Who may call a route, and against which allowance it counts. */
public enum Access {
    /** Anybody, uncounted. */
    OPEN(null),
    /** A key that may submit; counts as a submit. */
    SUBMIT(Scope.SUBMIT),
    /** A key that may submit; counts as a read, so that a task can always be called off. */
    CANCEL(Scope.SUBMIT),
    /** A key that may read; counts as a read, as waits do. */
    READ(Scope.READ),
    /** A key that may administer its own account; counts as a read. */
    ADMIN(Scope.ADMIN),
    /** The operator's key; counts as a read. */
    OPERATE(Scope.OPERATOR);

    private final @Nullable Scope scope;

    Access(@Nullable Scope scope) {
        this.scope = scope;
    }

    /** What a key must be allowed to do, or null for nothing. */
    @Nullable
    public Scope scope() {
        return scope;
    }
}
