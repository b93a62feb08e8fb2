package dev.safelight.core.ledger;

/**
 * A whole number of credits, never negative.
 *
 * @param amount in credits
 */
public record Credits(long amount) {
    public static final Credits ZERO = new Credits(0);

    public Credits {
        if (amount < 0) throw new IllegalArgumentException("credits are never negative: " + amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
