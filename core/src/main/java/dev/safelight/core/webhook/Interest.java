package dev.safelight.core.webhook;

import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What an endpoint is to be told of, made ready once, to be asked at every end.
 *
 * @param key only what this key asked for, or null for all of the account's
 * @param occasions one bit for each, at its ordinal
 */
public record Interest(@Nullable KeyId key, int occasions) {

    /**
     * Of a subscription.
     *
     * @param key only what this key asked for, or null for all of the account's
     * @param events empty for all
     */
    public static Interest in(@Nullable KeyId key, Set<Occasion> events) {
        if (events.isEmpty()) return new Interest(key, -1);
        int bits = 0;
        for (var event : events) bits |= bit(event);
        return new Interest(key, bits);
    }

    boolean covers(KeyId asker, Occasion occasion) {
        return (occasions & bit(occasion)) != 0 && (key == null || key.equals(asker));
    }

    private static int bit(Occasion occasion) {
        return 1 << occasion.ordinal();
    }
}
