package dev.safelight.core.access;

/**
 * What an account may have of the machine.
 *
 * @param slots tasks that may be ready or running at once over all engines; 0 means unlimited
 * @param weight its share of each engine beside other accounts, from 1 to 100
 * @param storageBytes of its own files; 0 means unlimited
 */
public record AccountLimits(int slots, int weight, long storageBytes) {
    private static final int MOST_WEIGHT = 100;

    public AccountLimits {
        if (slots < 0 || storageBytes < 0)
            throw new IllegalArgumentException("limits are never negative");
        if (weight < 1 || weight > MOST_WEIGHT)
            throw new IllegalArgumentException("weight: " + weight);
    }

    /** The same with as much storage as it likes. */
    public AccountLimits(int slots, int weight) {
        this(slots, weight, 0);
    }
}
