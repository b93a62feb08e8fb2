package dev.safelight.core.schedule;

/**
 * How much of an engine an account has had: its starts, each divided by the account's weight. The
 * account with the least goes first, so that over time each gets a share by its weight.
 *
 * <p>An engine has a virtual time too, its now: the greatest at which a task of any account has
 * started. It never goes back, and no account is ahead of it by more than one start.
 */
public record VirtualTime(double starts) implements Comparable<VirtualTime> {
    public static final VirtualTime ZERO = new VirtualTime(0);

    /** After one more start. */
    public VirtualTime afterStart(double weight) {
        return new VirtualTime(starts + 1 / weight);
    }

    /** Before a start that is taken back. */
    public VirtualTime beforeStart(double weight) {
        return new VirtualTime(starts - 1 / weight);
    }

    /**
     * Of an account that comes back at this now: its absence earns it nothing, and what it has had
     * before is not forgotten. An engine's own now moves on by the same rule.
     */
    public VirtualTime noEarlierThan(VirtualTime now) {
        return compareTo(now) < 0 ? now : this;
    }

    @Override
    public int compareTo(VirtualTime other) {
        return Double.compare(starts, other.starts);
    }
}
