package dev.safelight.core.feed;

import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** One who waits for what follows a place. */
final class Follower {
    final WatchedAccount account;
    final CompletableFuture<FeedPage> answer = new CompletableFuture<>();
    private final Cursor after;
    private final int limit;

    /** Up to here nothing follows; null until that is known. */
    private volatile @Nullable Cursor caughtUp;

    /** Its time is up, but it is not known yet where to go on. */
    volatile boolean isDue;

    /** One who has just come. */
    Follower(WatchedAccount account, Cursor after, int limit) {
        this.account = account;
        this.after = after;
        this.limit = limit;
    }

    @Nullable
    Cursor caughtUp() {
        return caughtUp;
    }

    synchronized void caughtUp(Cursor place) {
        Cursor before = caughtUp;
        if (before == null || WatchedAccount.isLater(place, before)) caughtUp = place;
    }

    /** Where to read for it: the rows of others since it caught up need not be looked at. */
    ReadPlace place() {
        Cursor place = caughtUp;
        var from = place == null ? after : account.beforeNews(place);
        return new ReadPlace(account, from, limit);
    }
}
