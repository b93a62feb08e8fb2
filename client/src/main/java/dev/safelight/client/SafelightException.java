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
}
