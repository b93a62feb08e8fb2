package dev.safelight.server.http.problem;

import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.task.StoreFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletionException;

/** The one funnel from a fault to what the caller is told. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable fault, String requestId) {
        return switch (fault) {
            case CompletionException wrapped
            when wrapped.getCause() != null -> of(wrapped.getCause(), requestId);
            case Refusal refusal -> refusal.problem();
            case UnknownCursor foreign ->
                Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "There is no such place in this list. Begin again without a cursor.");
            case StoreFault store -> ofStore(store, requestId);
            default -> unforeseen(fault, requestId);
        };
    }

    private static Problem ofStore(StoreFault fault, String requestId) {
        // Without its trace, which the store logs: a full disk refuses every request.
        LOG.warn("request {}: {}", requestId, fault.getMessage());
        return switch (fault.kind()) {
            case FULL ->
                Problem.of(
                        ProblemCode.STORAGE_FULL,
                        "There is no room on the server's disk; nothing was written. Ask the"
                                + " operator for room, then try again.");
            case BUSY ->
                Problem.of(
                                ProblemCode.OVERLOADED,
                                "Too much is waiting to be written; nothing was written. Try again"
                                        + " in a moment.")
                        .retryAfter(1);
            case BROKEN ->
                Problem.of(
                                ProblemCode.STORAGE_UNAVAILABLE,
                                "The storage failed; nothing was written. Try again in a moment.")
                        .retryAfter(2);
            case UNKNOWN ->
                Problem.of(
                                ProblemCode.OUTCOME_UNKNOWN,
                                "The storage failed while this was being written. Repeat it with"
                                        + " the same Idempotency-Key: it happens at most once.")
                        .retryAfter(2);
        };
    }

    private static Problem unforeseen(Throwable fault, String requestId) {
        LOG.error("request {} failed", requestId, fault);
        return Problem.of(
                ProblemCode.INTERNAL_ERROR,
                "Something broke on the server. Try again; when it stays, tell the operator the"
                        + " request id " + requestId + ".");
    }
}
