package dev.safelight.client;

/** A call that did not do what was asked. The message is for people. */
public abstract sealed class SafelightException extends RuntimeException
        permits ApiException, ConnectionException, WaitTimeoutException {
    private static final long serialVersionUID = 1L;

    SafelightException(String message) {
        super(message);
    }

    SafelightException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Never null: every one of them says something. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
