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
 * @param description for people, perhaps empty
 */
public record Subscription(
        AccountId account,
        @Nullable KeyId key,
        String url,
        String dialect,
        Set<Occasion> events,
        String description) {

    public Subscription(
            AccountId account,
            @Nullable KeyId key,
            String url,
            String dialect,
            Set<Occasion> events) {
        this(account, key, url, dialect, events, "");
    }

    /** What decides whether it is told. */
    public Interest interest() {
        return Interest.in(key, events);
    }
}
