package dev.safelight.core.webhook;

import dev.safelight.core.id.Id;

/** Names one endpoint for ever. */
public record EndpointId(Id id) {
    @Override
    public String toString() {
        return id.toString();
    }
}
