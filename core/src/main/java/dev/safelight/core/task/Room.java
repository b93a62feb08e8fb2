package dev.safelight.core.task;

/**
 * How many tasks may be live at once, over all accounts.
 *
 * @param live how many are
 * @param limit how many may be
 */
public record Room(long live, long limit) {
    /** Far above what one machine works off in a day, and small enough to be kept in memory. */
    public static final long USUAL_LIMIT = 2_000_000;

    boolean isFull() {
        return live >= limit;
    }
}
