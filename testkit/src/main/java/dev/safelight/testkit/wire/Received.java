package dev.safelight.testkit.wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * A call that arrived.
 *
 * @param idempotencyKey null when it carried none
 */
public record Received(
        String tool, JsonNode input, @Nullable String idempotencyKey) {}
