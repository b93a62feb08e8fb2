package dev.safelight.client;

/** There was no answer, or none that a Safelight server would give. */
public final class ConnectionException extends SafelightException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** How far the call came. */
    public enum Kind {
        /** Nobody listens at that address: nothing was sent. */
        REFUSED,
        /** The connection broke or fell silent: the server may or may not have acted. */
        BROKEN,
        /** Something answered that does not speak this dialect. */
        UNREADABLE
    }

    ConnectionException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ConnectionException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
