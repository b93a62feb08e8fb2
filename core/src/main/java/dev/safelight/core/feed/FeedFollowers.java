package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Appended;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.watch.Hub;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Those who follow an account's feed, parked without a thread until it goes on, their time is up or
 * the server drains. A follower is parked first and the feed is read after that, so no entry falls
 * in between; what is told is always read from the feed. Safe for use by many threads; answers run
 * on {@code delivery}, never on the writer or a reader.
 */
public final class FeedFollowers implements CommitListener {
    private final Feed feed;
    private final Executor delivery;
    private final Hub<AccountId, Follower> parked;
    private final QuietStretches quiet = new QuietStretches();
    private final ConcurrentSkipListSet<Follower> byTime = new ConcurrentSkipListSet<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean draining;

    public FeedFollowers(Feed feed, Executor delivery) {
        this.feed = feed;
        this.delivery = delivery;
        parked = new Hub<>(this::wake, delivery);
    }

    /**
     * What follows a place, as {@link Feed#read} gives it, once there is something: an entry, or a
     * stretch of others' entries to look beyond. When nothing came until then the page is empty and
     * the last, and its next place is one up to which there is nothing. Cancel the answer to follow
     * no more.
     */
    public CompletableFuture<FeedPage> next(
            AccountId account, Cursor after, int limit, Instant until) {
        var follower = new Follower(account, limit, until, numbers.incrementAndGet(), after);
        byTime.add(follower);
        parked.park(account, follower);
        var _ = follower.answer.whenComplete((page, fault) -> forget(follower));
        read(account, new Place(after, limit), List.of(follower));
        return follower.answer;
    }

    /** How many follow. */
    public int size() {
        return byTime.size();
    }

    @Override
    public void committed(List<TaskChange> changes) {}

    @Override
    public void appended(Appended news) {
        if (parked.isEmpty()) {
            quiet.forget();
            return;
        }
        quiet.note(news);
        news.accounts().forEach(parked::wake);
    }

    /** Answers those whose time is up; says when the next one's is. */
    public Instant step(Instant now) {
        var due = new ArrayList<Follower>();
        var next = Instant.MAX;
        for (var follower : byTime) {
            if (follower.until.isAfter(now)) {
                next = follower.until;
                break;
            }
            due.add(follower);
        }
        if (!due.isEmpty()) delivery.execute(() -> due.forEach(this::dismiss));
        return next;
    }

    /** Answers everybody; whoever comes later is answered as soon as there is nothing to tell. */
    public void drain() {
        draining = true;
        byTime.forEach(this::dismiss);
    }

    private void forget(Follower follower) {
        byTime.remove(follower);
        parked.leave(follower.account, follower);
    }

    private void dismiss(Follower follower) {
        Cursor place = follower.caughtUp;
        // Whoever is still being read for is answered by that.
        if (place == null) follower.isDue = true;
        else follower.answer.complete(nothing(quiet.end(follower.account, place)));
    }

    private static FeedPage nothing(Cursor place) {
        return new FeedPage(List.of(), place, true);
    }

    /** Where a read begins, and how much it takes: one serves all who are at one place. */
    private record Place(Cursor after, int limit) {}

    private void wake(AccountId account, Collection<Follower> followers) {
        followers.stream()
                .collect(Collectors.groupingBy(
                        follower -> new Place(place(follower), follower.limit)))
                .forEach((place, here) -> read(account, place, here));
    }

    /** The rows of others since somebody caught up need not be read. */
    private Cursor place(Follower follower) {
        Cursor place = follower.caughtUp;
        return place == null ? follower.after : quiet.beforeNews(follower.account, place);
    }

    /** What a follower does with its answer must not keep a reader from the next read. */
    private void read(AccountId account, Place from, List<Follower> followers) {
        var _ = feed.read(account, from.after, from.limit)
                .whenCompleteAsync(
                        (page, fault) -> {
                            for (var follower : followers) told(follower, page, fault);
                        },
                        delivery);
    }

    private void told(Follower follower, FeedPage page, @Nullable Throwable fault) {
        if (fault != null) {
            follower.answer.completeExceptionally(fault);
        } else if (!page.entries().isEmpty() || !page.isLast()) {
            follower.answer.complete(page);
        } else {
            follower.caughtUp(page.next());
            if (draining || follower.isDue) dismiss(follower);
        }
    }

    /** One who waits for more. */
    private static final class Follower implements Comparable<Follower> {
        private final AccountId account;
        private final int limit;
        private final Instant until;
        private final long number;
        private final Cursor after;
        private final CompletableFuture<FeedPage> answer = new CompletableFuture<>();

        /** Up to here nothing follows; null until that was read. */
        private volatile @Nullable Cursor caughtUp;

        /** Its time is up, but it is not known yet where to go on. */
        private volatile boolean isDue;

        private Follower(AccountId account, int limit, Instant until, long number, Cursor after) {
            this.account = account;
            this.limit = limit;
            this.until = until;
            this.number = number;
            this.after = after;
        }

        private synchronized void caughtUp(Cursor place) {
            Cursor before = caughtUp;
            if (before == null || QuietStretches.isLater(place, before)) caughtUp = place;
        }

        @Override
        public int compareTo(Follower other) {
            int byUntil = until.compareTo(other.until);
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
}
