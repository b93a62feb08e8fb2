package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who wants to be told of what.
 *
 * @param key only tasks of this key, or null for all of the account's
 * @param dialect in whose envelope payloads are rendered
 * @param events empty for all
 */
public record Subscription(
        AccountId account, @Nullable KeyId key, String url, String dialect, Set<Occasion> events) {

    /** What decides whether it is told. */
    public Interest interest() {
        return Interest.in(key, events);
    }
}
