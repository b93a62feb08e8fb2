package dev.safelight.server.http;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.KeyId;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Allowance;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each key may ask for in a minute. Only keys that exist are counted, so strangers cannot fill
 * the memory, and a key that rests for a minute is forgotten.
 */
final class RateLimits {
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private final ConcurrentHashMap<KeyId, Window> submits = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<KeyId, Window> reads = new ConcurrentHashMap<>();
    private final InstantSource clock;

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a call; null when the key is not limited. One over the limit is not counted. */
    @Nullable
    Allowance admit(Principal who, Access access) {
        return switch (access) {
            case OPEN -> null;
            case SUBMIT -> admit(submits, "submits", who.key(), who.rates().submits());
            case READ, CANCEL, ADMIN, OPERATE ->
                admit(reads, "reads", who.key(), who.rates().reads());
        };
    }

    private @Nullable Allowance admit(
            ConcurrentHashMap<KeyId, Window> windows, String name, KeyId key, int limit) {
        if (limit == 0) return null;
        Window known = windows.get(key);
        if (known == null || known.limit() != limit)
            known = windows.compute(
                    key,
                    (k, old) ->
                            old != null && old.limit() == limit ? old : new Window(name, limit));
        return known.admit(clock.millis());
    }

    /** Forgets keys at rest. */
    Instant step(Instant now) {
        submits.values().removeIf(window -> window.isIdle(now.toEpochMilli()));
        reads.values().removeIf(window -> window.isIdle(now.toEpochMilli()));
        return now.plus(SWEEP);
    }
}
