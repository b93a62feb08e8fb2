package dev.safelight.core.webhook;

import dev.safelight.core.access.SealedSecret;

/**
 * An address to add.
 *
 * @param secret what its payloads are signed with, sealed for this endpoint
 */
public record NewEndpoint(EndpointId id, Subscription subscription, SealedSecret secret) {}
