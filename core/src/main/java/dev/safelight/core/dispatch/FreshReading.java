package dev.safelight.core.dispatch;

import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

/**
 * How far what was just decided is read. All of it is read again after a fault, and a page that was
 * asked for before that counts no more: it would lead past a delivery that nobody has in hand.
 * Confined to the thread that dispatches.
 */
final class FreshReading {
    private @Nullable Cursor after;
    private boolean isReading;
    private boolean hasMore = true;
    private int generation;

    /** The last that is known, or null to begin at the first. */
    @Nullable
    Cursor after() {
        return after;
    }

    void passed(Cursor place) {
        after = place;
    }

    /** There may be more behind it. */
    void grew() {
        hasMore = true;
    }

    boolean wantsToRead() {
        return hasMore && !isReading;
    }

    /** A page is asked for; what this gives is given back when the page is there. */
    int begin() {
        isReading = true;
        hasMore = false;
        return generation;
    }

    /** The page is there; whether it counts. */
    boolean end(int begun) {
        isReading = false;
        hasMore |= begun != generation;
        return begun == generation;
    }

    /** All of it is read again. */
    void again() {
        generation++;
        after = null;
        hasMore = true;
    }
}
