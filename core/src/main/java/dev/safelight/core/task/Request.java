package dev.safelight.core.task;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What was asked, word for word.
 *
 * @param input JSON text of the tool's input, defaults filled in
 * @param metadata the caller's own words, up to 16 entries
 * @param digest of route and input: the same for the same request
 * @param idempotency of key and idempotency key, or null when none was given
 * @param answer JSON text of the answer to repeat to a replay
 */
public record Request(
        String input,
        Map<String, String> metadata,
        Fingerprint digest,
        @Nullable Fingerprint idempotency,
        String answer) {}
