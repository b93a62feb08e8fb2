package dev.safelight.client;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/** The server understood and refused. */
public final class ApiException extends SafelightException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final boolean retryable;
    private final String requestId;
    private final @Nullable Duration retryAfter;

    /**
     * @param status of HTTP
     * @param problem what the server said
     * @param requestId for a question to whoever runs the server; empty when there was none
     * @param retryAfter how long the server asks to be left alone
     */
    ApiException(int status, Problem problem, String requestId, @Nullable Duration retryAfter) {
        super(problem.message());
        this.status = status;
        this.code = problem.code();
        this.retryable = problem.retryable();
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    /**
     * The body of a refusal.
     *
     * @param code for programs, as in {@code unauthorized}
     * @param message for people
     * @param retryable whether the same call may succeed later, unchanged
     */
    record Problem(String code, String message, boolean retryable) {}

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }

    public String requestId() {
        return requestId;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
