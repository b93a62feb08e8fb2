package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Appended;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.watch.Deadlines;
import dev.safelight.core.watch.Hub;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Those who follow an account's feed, parked without a thread until it goes on, their time is up or
 * the server drains. A follower is parked first and the feed is read after that, so no entry falls
 * in between; what is told is always read from the feed. Where it is known that nothing follows,
 * nothing is read. Safe for use by many threads; what is read is told on {@code delivery}, never on
 * the writer or a reader.
 */
public final class FeedFollowers implements CommitListener {
    private final Executor delivery;
    private final Hub<AccountId, Follower> parked;
    private final SharedReads reads;
    private final QuietStretches quiet = new QuietStretches();
    private final Deadlines<Follower> deadlines = new Deadlines<>();
    private volatile boolean draining;

    public FeedFollowers(Feed feed, Executor delivery) {
        this.delivery = delivery;
        parked = new Hub<>((account, followers) -> read(followers), delivery);
        reads = new SharedReads(feed, delivery, this::told);
    }

    /**
     * What follows a place, as {@link Feed#read} gives it, once there is something: an entry, or a
     * stretch of others' entries to look beyond. When nothing came until then the page is empty and
     * the last, and its next place is one up to which there is nothing. Cancel the answer to follow
     * no more.
     */
    public CompletableFuture<FeedPage> next(
            AccountId account, Cursor after, int limit, Instant until) {
        var follower = new Follower(quiet.watch(account), after, limit);
        var deadline = deadlines.add(until, follower);
        parked.park(account, follower);
        var _ = follower.answer.whenComplete((page, fault) -> {
            deadlines.remove(deadline);
            parked.leave(account, follower);
            quiet.leave(follower.account);
        });
        if (quiet.isQuietAfter(follower.account, after)) caughtUp(follower, after);
        else read(List.of(follower));
        return follower.answer;
    }

    /** How many follow. */
    public int size() {
        return deadlines.size();
    }

    /** Of how many accounts something is kept. */
    int accounts() {
        return quiet.size();
    }

    @Override
    public void committed(List<TaskChange> changes) {}

    @Override
    public void appended(Appended news) {
        quiet.note(news);
        if (!parked.isEmpty()) news.accounts().forEach(parked::wake);
    }

    /** Answers those whose time is up; says when the next one's is. */
    public Instant step(Instant now) {
        quiet.sweep();
        var due = deadlines.due(now);
        if (!due.isEmpty()) delivery.execute(() -> due.forEach(this::dismiss));
        return deadlines.next(now);
    }

    /** Answers everybody; whoever comes later is answered as soon as there is nothing to tell. */
    public void drain() {
        draining = true;
        deadlines.all().forEach(this::dismiss);
    }

    private void dismiss(Follower follower) {
        Cursor place = follower.caughtUp();
        // Whoever is still being read for is answered by that.
        if (place == null) follower.isDue = true;
        else follower.answer.complete(nothing(quiet.end(follower.account, place)));
    }

    private static FeedPage nothing(Cursor place) {
        return new FeedPage(List.of(), place, true);
    }

    private void read(Collection<Follower> followers) {
        followers.stream()
                .filter(follower -> !follower.answer.isDone())
                .collect(Collectors.groupingBy(Follower::place))
                .forEach(reads::read);
    }

    private void told(EndedRead read) {
        var followers = read.followers();
        var page = read.page();
        if (page == null) {
            var fault = read.fault();
            if (fault != null)
                followers.forEach(follower -> follower.answer.completeExceptionally(fault));
            return;
        }
        var account = read.place().account();
        if (page.isLast()) account.wasReadTo(page.next());
        if (!page.entries().isEmpty() || !page.isLast()) {
            followers.forEach(follower -> follower.answer.complete(page));
            return;
        }
        followers.forEach(follower -> caughtUp(follower, page.next()));
        // Who joined late may have missed the wake-up of what the read did not see.
        if (!Objects.equals(account.latest(), read.known())) read(followers);
    }

    private void caughtUp(Follower follower, Cursor place) {
        follower.caughtUp(place);
        if (draining || follower.isDue) dismiss(follower);
    }
}
