package dev.safelight.server.account;

import dev.safelight.core.ledger.Credits;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Numbers of a valid body that may be left out. */
final class Numbers {
    private Numbers() {}

    static @Nullable Integer integer(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null ? null : value.asInt();
    }

    static @Nullable Credits credits(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null ? null : new Credits(value.asLong());
    }
}
