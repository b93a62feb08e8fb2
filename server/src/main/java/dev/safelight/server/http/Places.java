package dev.safelight.server.http;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for answers that stay open for long: at most so many in all, per key, and of all keys of
 * an account together, so that each leaves room for others. Safe for use by many threads.
 */
final class Places {
    private final HttpLimits.Places limits;
    private final ConcurrentHashMap<KeyId, Integer> ofKeys = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AccountId, Integer> ofAccounts = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    Places(HttpLimits.Places limits) {
        this.limits = limits;
    }

    /**
     * Takes a place, which has to be freed; null when there was one.
     *
     * @param who null for whoever calls without a key
     */
    @Nullable
    FullPlaces take(@Nullable Principal who) {
        if (total.incrementAndGet() > limits.all()) {
            total.decrementAndGet();
            return FullPlaces.IN_ALL;
        }
        if (who == null) return null;
        boolean isAccountFull = count(ofAccounts, who.account()) > limits.perAccount();
        boolean isKeyFull = count(ofKeys, who.key()) > limits.perKey();
        if (!isAccountFull && !isKeyFull) return null;
        free(who);
        return isKeyFull ? FullPlaces.OF_KEY : FullPlaces.OF_ACCOUNT;
    }

    void free(@Nullable Principal who) {
        total.decrementAndGet();
        if (who == null) return;
        uncount(ofKeys, who.key());
        uncount(ofAccounts, who.account());
    }

    private static <H> int count(ConcurrentHashMap<H, Integer> taken, H holder) {
        return taken.merge(holder, 1, Integer::sum);
    }

    private static <H> void uncount(ConcurrentHashMap<H, Integer> taken, H holder) {
        taken.computeIfPresent(holder, (one, count) -> count == 1 ? null : count - 1);
    }
}
