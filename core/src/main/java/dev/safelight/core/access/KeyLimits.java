package dev.safelight.core.access;

import dev.safelight.core.ledger.SpendLimits;

/**
 * How much a key may do; 0 means unlimited.
 *
 * @param slots tasks that may be ready or running at once; of a first key, of its account as well
 */
public record KeyLimits(int slots, int submitsPerMinute, int readsPerMinute, SpendLimits spend) {
    public KeyLimits {
        if (slots < 0 || submitsPerMinute < 0 || readsPerMinute < 0)
            throw new IllegalArgumentException("limits are never negative");
    }

    /** The same without a limit on what it spends. */
    public KeyLimits(int slots, int submitsPerMinute, int readsPerMinute) {
        this(slots, submitsPerMinute, readsPerMinute, SpendLimits.NONE);
    }

    /** The same, but in nothing more than these. */
    public KeyLimits within(KeyLimits most) {
        return new KeyLimits(
                lesser(slots, most.slots),
                lesser(submitsPerMinute, most.submitsPerMinute),
                lesser(readsPerMinute, most.readsPerMinute),
                spend.within(most.spend));
    }

    private static int lesser(int limit, int most) {
        if (limit == 0) return most;
        return most == 0 ? limit : Math.min(limit, most);
    }
}
