package dev.safelight.app.http.dialects;

import java.util.function.Supplier;

/**
 * How a route names something.
 *
 * @param own a fresh id of the owner's
 * @param body with {@code ID} for it, and {@code SESSION} for one of the caller's; empty for none
 * @param absent the status where it names nothing of the caller's
 */
record Naming(String route, Supplier<String> own, String body, String query, int absent) {}
