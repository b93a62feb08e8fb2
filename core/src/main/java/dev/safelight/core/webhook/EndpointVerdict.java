package dev.safelight.core.webhook;

/** What became of an endpoint that was to be added. */
public sealed interface EndpointVerdict {
    record Added(Endpoint endpoint) implements EndpointVerdict {}

    /**
     * The account has as many as it may.
     *
     * @param most how many that is
     */
    record TooMany(int most) implements EndpointVerdict {}
}
