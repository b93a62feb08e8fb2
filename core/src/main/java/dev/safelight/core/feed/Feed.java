package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** Reads what happened in an account as of the last commit. */
public interface Feed {

    /**
     * What follows a place, in the order of the commits: each entry once, none left out, however
     * many readers there are and whatever is written meanwhile.
     *
     * @param after a place that this feed gave out, or null for the beginning
     * @param limit how many entries at most; at least 1
     */
    CompletableFuture<FeedPage> read(AccountId account, @Nullable Cursor after, int limit);

    /** The place after everything that has happened so far. */
    CompletableFuture<Cursor> end();
}
