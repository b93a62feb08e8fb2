package dev.safelight.client;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * One call of one tool.
 *
 * @param repeatable whether sending it twice is the same as sending it once
 * @param patience how long to wait for the answer to begin
 * @param idempotencyKey sent along when there is one
 */
record Call(
        String tool,
        Json.Obj input,
        boolean repeatable,
        Duration patience,
        @Nullable String idempotencyKey) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Changes nothing, or the same thing however often it is sent. */
    static Call repeatable(String tool, Json.Obj input) {
        return new Call(tool, input, true, PATIENCE, null);
    }

    static Call once(String tool, Json.Obj input) {
        return new Call(tool, input, false, PATIENCE, null);
    }

    static Call submit(String tool, Json.Obj input, String idempotencyKey) {
        return new Call(tool, input, true, PATIENCE, idempotencyKey);
    }

    /** The server may hold it that long; when the connection breaks, the caller polls instead. */
    static Call held(String tool, Json.Obj input, Duration hold) {
        return new Call(tool, input, false, hold.plus(PATIENCE), null);
    }
}
