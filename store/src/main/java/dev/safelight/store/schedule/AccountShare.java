package dev.safelight.store.schedule;

/**
 * What an account may have of the machine.
 *
 * @param slots tasks at once over all engines; 0 means unlimited
 * @param weight its share of an engine beside other accounts; above 0
 */
public record AccountShare(int slots, double weight) {
    public AccountShare {
        if (slots < 0) throw new IllegalArgumentException("slots: " + slots);
        if (!(weight > 0)) throw new IllegalArgumentException("weight: " + weight);
    }
}
