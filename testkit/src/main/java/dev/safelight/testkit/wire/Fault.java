package dev.safelight.testkit.wire;

import java.util.Map;

/** What a call meets in the place of its ordinary answer. */
public sealed interface Fault {

    /**
     * A refusal in the dialect's envelope.
     *
     * @param code our addition to the envelope, as in {@code rate_limited}
     */
    record Refusal(int status, String code, String message, Map<String, String> headers)
            implements Fault {}

    /** A page that some proxy made. */
    record Page(int status, String html) implements Fault {}

    /** The connection ends before an answer; what was asked for was done all the same. */
    record Broken() implements Fault {}

    static Fault refusal(int status, String code, String message) {
        return new Refusal(status, code, message, Map.of());
    }

    static Fault busy(int status, int retryAfterSeconds) {
        return new Refusal(
                status,
                "busy",
                "Too much at once. Try again in " + retryAfterSeconds + "s.",
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }
}
