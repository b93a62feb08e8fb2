package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Reads what happened in an account as of the last commit. Of two places the later one has the
 * longer text, or one of the same length that is greater letter by letter.
 */
public interface Feed {

    /**
     * What follows a place, in the order of the commits: each entry once, none left out, however
     * many readers there are and whatever is written meanwhile. Fails with {@link
     * dev.safelight.core.id.PassedCursor} when something after the place was removed already.
     *
     * @param after a place that this feed gave out, or null for the earliest that is kept
     * @param limit how many entries at most; at least 1. Fewer when they are long
     */
    CompletableFuture<FeedPage> read(AccountId account, @Nullable Cursor after, int limit);

    /** The place after everything that happened before a moment, in whatever account. */
    CompletableFuture<Cursor> before(Instant moment);

    /** The place after everything that has happened so far. */
    CompletableFuture<Cursor> end();
}
