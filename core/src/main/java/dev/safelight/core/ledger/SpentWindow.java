package dev.safelight.core.ledger;

import java.time.Instant;

/**
 * One window of a key at a moment.
 *
 * @param used what counts in it; above the limit after that was lowered
 * @param resetsAt when what was asked for fits if nothing else is spent; where nothing was asked
 *     for, when the first of it leaves the window, or the moment itself where nothing counts
 */
public record SpentWindow(SpendWindow window, Credits limit, Credits used, Instant resetsAt) {

    /** What can still be spent. */
    public Credits left() {
        return new Credits(Math.max(0, limit.amount() - used.amount()));
    }
}
