package dev.safelight.app.simulation.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Assembly;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Follows an account's feed from before its first entry, in pages of any size. It is patient for a
 * moment or, so that nothing but news can help it on, for longer than a seed lasts.
 */
final class FeedFollower extends Follower<FeedPage> {
    private static final Duration FOR_EVER = Duration.ofDays(30);

    final AccountId account;
    private final Cursor begin;
    private final List<FeedEntry> told = new ArrayList<>();

    /** How far it was told of each task. */
    private final Map<TaskId, Long> sequences = new HashMap<>();

    private Cursor place;
    private Instant until = Instant.MAX;

    /**
     * @param begin a place before the account's first entry
     */
    FeedFollower(Surroundings around, AccountId account, Cursor begin) {
        super(around);
        this.account = account;
        this.begin = begin;
        place = begin;
    }

    /** Somebody who knows the first of these entries and goes on from there. */
    FeedFollower joinedBy(int known) {
        var other = new FeedFollower(around, account, begin);
        told.subList(0, known).forEach(other::add);
        return other;
    }

    List<FeedEntry> told() {
        return List.copyOf(told);
    }

    @Override
    CompletableFuture<FeedPage> next(Assembly server) {
        var random = around.random();
        int limit = random.nextBoolean() ? 1 + random.nextInt(4) : 100;
        var patience = random.nextBoolean() ? Duration.ofMillis(random.nextInt(20_000)) : FOR_EVER;
        until = around.now().plus(patience);
        return server.feedFollowers().next(account, place, limit, until);
    }

    @Override
    void take(FeedPage page, int most) {
        var entries = page.entries();
        if (entries.isEmpty() && page.isLast())
            assertThat(around.now()).as("a feed is patient").isAfterOrEqualTo(until);
        entries.stream().limit(most).forEach(this::add);
        if (entries.size() <= most) place = page.next();
    }

    private void add(FeedEntry entry) {
        told.add(entry);
        place = entry.cursor();
        if (entry.event() instanceof FeedEvent.TaskChanged(var task, var line)) {
            var before = sequences.put(task, line.sequence());
            assertThat(line.sequence())
                    .as("I6: the feed tells each entry of %s once, in order", task)
                    .isEqualTo(before == null ? 1 : before + 1);
        }
    }

    @Override
    boolean isOver() {
        return false;
    }

    @Override
    boolean isBehind(Map<TaskId, TaskChange> latest) {
        return latest.values().stream()
                .filter(change -> change.task().owner().account().equals(account))
                .anyMatch(change ->
                        sequences.getOrDefault(change.id(), 0L) < change.entry().sequence());
    }

    @Override
    public String toString() {
        return "the feed of %s after %s".formatted(account, place);
    }
}
