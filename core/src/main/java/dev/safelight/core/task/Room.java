package dev.safelight.core.task;

/**
 * How many tasks may be live at once, over all accounts.
 *
 * @param live how many are
 * @param limit how many may be
 */
public record Room(long live, long limit) {
    boolean isFull() {
        return live >= limit;
    }
}
