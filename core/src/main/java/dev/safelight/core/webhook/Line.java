package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;

/** Where deliveries wait until they are due, so that nobody's are in anybody else's way. */
public sealed interface Line {
    record OfEndpoint(EndpointId endpoint) implements Line {}

    /** The addresses that were given with tasks of one account. */
    record OfCallbacks(AccountId account) implements Line {}
}
