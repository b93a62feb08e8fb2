package dev.safelight.server.http.face;

/**
 * What the callers of a face are used to.
 *
 * @param envelope how Problems look
 * @param rates the rate headers beside the standard ones
 * @param keys which header counts when a key is sent in two
 */
public record Conventions(Envelope envelope, RateHeaders rates, KeyOrder keys) {
    /** RFC 9457 as it stands, for what belongs to no dialect. */
    public static final Conventions PLAIN =
            new Conventions(new ProblemJson(), RateHeaders.NONE, KeyOrder.AUTHORIZATION_FIRST);
}
