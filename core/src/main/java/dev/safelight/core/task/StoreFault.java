package dev.safelight.core.task;

/** The store could not do what was asked. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What to tell the caller. */
    public enum Kind {
        /** No room on the disk; nothing was written. */
        FULL,
        /** More is waiting than the queue may hold; nothing was written. */
        BUSY,
        /** The disk or the file failed; nothing was written. */
        BROKEN,
        /** It may or may not be written: repeat with the same idempotency key. */
        UNKNOWN
    }

    private final Kind kind;

    public StoreFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
