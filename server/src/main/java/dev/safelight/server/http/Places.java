package dev.safelight.server.http;

import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for answers that stay open for long: at most so many in all and per key, so that one key
 * leaves room for others. Safe for use by many threads.
 */
final class Places {
    private final HttpLimits.Places limits;
    private final ConcurrentHashMap<KeyId, Integer> perKey = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    Places(HttpLimits.Places limits) {
        this.limits = limits;
    }

    /** Why there is no place. */
    enum Full {
        OF_KEY,
        IN_ALL
    }

    /**
     * Takes a place, which has to be freed; null when there was one.
     *
     * @param key null for whoever calls without one
     */
    @Nullable
    Full take(@Nullable KeyId key) {
        if (total.incrementAndGet() > limits.all()) {
            total.decrementAndGet();
            return Full.IN_ALL;
        }
        if (key == null || perKey.merge(key, 1, Integer::sum) <= limits.perKey()) return null;
        free(key);
        return Full.OF_KEY;
    }

    void free(@Nullable KeyId key) {
        total.decrementAndGet();
        if (key != null) perKey.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }
}
