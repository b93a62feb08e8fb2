package dev.safelight.core.access;

/**
 * What an account may have of the machine.
 *
 * @param slots tasks that may be ready or running at once over all engines; 0 means unlimited
 * @param weight its share of each engine beside other accounts, from 1 to 100
 */
public record AccountLimits(int slots, int weight) {
    private static final int MOST_WEIGHT = 100;

    public AccountLimits {
        if (slots < 0) throw new IllegalArgumentException("slots: " + slots);
        if (weight < 1 || weight > MOST_WEIGHT)
            throw new IllegalArgumentException("weight: " + weight);
    }
}
