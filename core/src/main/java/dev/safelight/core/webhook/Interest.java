package dev.safelight.core.webhook;

import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an endpoint is to be told of, made ready once, to be asked at every end.
 *
 * @param key only what this key asked for, or null for all of the account's
 * @param occasions all that are told; never empty
 */
public record Interest(@Nullable KeyId key, Set<Occasion> occasions) {

    /**
     * Of a subscription.
     *
     * @param key only what this key asked for, or null for all of the account's
     * @param events empty for all
     */
    public static Interest in(@Nullable KeyId key, Set<Occasion> events) {
        var occasions = events.isEmpty() ? EnumSet.allOf(Occasion.class) : EnumSet.copyOf(events);
        return new Interest(key, Collections.unmodifiableSet(occasions));
    }

    /** Whether it is told of a task that a key asked for. */
    public boolean covers(KeyId asker, Occasion occasion) {
        return occasions.contains(occasion) && (key == null || key.equals(asker));
    }

    /** Whether it is told of what no key asked for. */
    public boolean covers(Occasion occasion) {
        return occasions.contains(occasion) && key == null;
    }
}
