package dev.safelight.server.http.face;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.eclipse.jetty.http.HttpFields;

import java.time.Instant;

/**
 * What is left to a key after a call.
 *
 * @param name of the allowance, as in {@code reads}
 * @param limit calls in a minute
 * @param remaining calls that could follow at once
 * @param reset when the oldest call counted leaves the window
 * @param seconds from now until then, rounded up
 * @param admitted whether this call was within the limit
 */
public record Allowance(
        String name, int limit, int remaining, Instant reset, long seconds, boolean admitted) {
    /** Writes the standard pair (IETF draft "RateLimit header fields for HTTP"). */
    public void writeTo(HttpFields.Mutable fields) {
        fields.put("RateLimit-Policy", '"' + name + "\";q=" + limit + ";w=60");
        fields.put("RateLimit", '"' + name + "\";r=" + remaining + ";t=" + seconds);
    }

    /** What a caller over the limit is told. */
    public Problem exceeded() {
        return Problem.of(
                        ProblemCode.RATE_LIMITED,
                        "Rate limit exceeded. Try again in " + seconds + "s.")
                .retryAfter(seconds);
    }
}
