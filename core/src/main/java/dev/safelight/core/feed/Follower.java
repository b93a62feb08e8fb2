package dev.safelight.core.feed;

import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One who waits for what follows a place; in the order in which their time is up. */
final class Follower implements Comparable<Follower> {
    final WatchedAccount account;
    final CompletableFuture<FeedPage> answer = new CompletableFuture<>();
    private final Asked asked;
    private final long number;

    /** Up to here nothing follows; null until that is known. */
    private volatile @Nullable Cursor caughtUp;

    /** Its time is up, but it is not known yet where to go on. */
    volatile boolean isDue;

    /** What it waits for, and how long. */
    record Asked(Cursor after, int limit, Instant until) {}

    /**
     * One who has just come.
     *
     * @param number its own, to tell it from those whose time is up at the same moment
     */
    Follower(WatchedAccount account, Asked asked, long number) {
        this.account = account;
        this.asked = asked;
        this.number = number;
    }

    Instant until() {
        return asked.until;
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
        var from = place == null ? asked.after : account.beforeNews(place);
        return new ReadPlace(account, from, asked.limit);
    }

    @Override
    public int compareTo(Follower other) {
        int byUntil = until().compareTo(other.until());
        return byUntil != 0 ? byUntil : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
