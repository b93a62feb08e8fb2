package dev.safelight.server.http;

import org.eclipse.jetty.http.HttpFields;

/**
 * What is left to a key after a call.
 *
 * @param name of the allowance, as in {@code reads}
 * @param limit calls in a minute
 * @param remaining calls that could follow at once
 * @param reset when the oldest call counted leaves the window, in milliseconds since 1970
 * @param seconds from now until then, rounded up
 * @param admitted whether this call was within the limit
 */
record Allowance(
        String name, int limit, int remaining, long reset, long seconds, boolean admitted) {

    void writeTo(HttpFields.Mutable fields) {
        fields.put("X-RateLimit-Limit", Integer.toString(limit));
        fields.put("X-RateLimit-Remaining", Integer.toString(remaining));
        fields.put("X-RateLimit-Reset", Long.toString(reset));
        fields.put("RateLimit-Policy", '"' + name + "\";q=" + limit + ";w=60");
        fields.put("RateLimit", '"' + name + "\";r=" + remaining + ";t=" + seconds);
    }

    /** What a caller over the limit is told. */
    Problem exceeded() {
        return Problem.of(
                        ProblemCode.RATE_LIMITED,
                        "Rate limit exceeded. Try again in " + seconds + "s.")
                .retryAfter(seconds);
    }
}
