package dev.safelight.client;

import dev.safelight.client.json.Json;

/**
 * Something that happened in an account.
 *
 * @param type as in {@code task.succeeded}; there may be more of them one day
 * @param at when, as in {@code 2026-11-22T12:00:00Z}
 * @param whole the entry as the server told it, with the ids and facts that its type has
 */
public record Event(String type, String at, Json whole) {}
