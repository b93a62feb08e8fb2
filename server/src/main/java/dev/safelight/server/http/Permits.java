package dev.safelight.server.http;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Permits for answers that stay open for long: at most so many in all, per key, and of all keys of
 * an account together, so that each leaves room for others. Safe for use by many threads.
 */
final class Permits {
    private final HttpLimits.Permits limits;
    private final ConcurrentHashMap<KeyId, Integer> ofKeys = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AccountId, Integer> ofAccounts = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    Permits(HttpLimits.Permits limits) {
        this.limits = limits;
    }

    /**
     * Takes a permit, which has to be released; null when there was one.
     *
     * @param who null for whoever calls without a key
     */
    @Nullable
    NoPermit acquire(@Nullable Principal who) {
        if (total.incrementAndGet() > limits.all()) {
            total.decrementAndGet();
            return NoPermit.IN_ALL;
        }
        if (who == null) return null;
        boolean isAccountFull = count(ofAccounts, who.account()) > limits.perAccount();
        boolean isKeyFull = count(ofKeys, who.key()) > limits.perKey();
        if (!isAccountFull && !isKeyFull) return null;
        release(who);
        return isKeyFull ? NoPermit.OF_KEY : NoPermit.OF_ACCOUNT;
    }

    void release(@Nullable Principal who) {
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
