package dev.safelight.app.simulation.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All who follow tasks and feeds, stepped one at a time; they stay when the process goes. */
public final class Followers implements CommitListener {
    private final Surroundings around;
    private final List<TaskFollower> tasks = new ArrayList<>();
    private final List<FeedFollower> feeds = new ArrayList<>();

    /** Those who may be told something more. */
    private final List<Follower<?>> going = new ArrayList<>();

    /** What the server has said of each task last. */
    private final Map<TaskId, TaskChange> latest = new HashMap<>();

    /** Whether anything has happened since all were found to be told. */
    private boolean isNew;

    public Followers(Surroundings around) {
        this.around = around;
    }

    /** Somebody follows a task from its submit. */
    public void follow(AccountId account, TaskId task) {
        add(new TaskFollower(around, account, task, 0));
    }

    /**
     * Somebody follows an account's feed.
     *
     * @param begin a place before its first entry
     */
    public void follow(AccountId account, Cursor begin) {
        add(new FeedFollower(around, account, begin));
    }

    /** Somebody follows what another one does, from a place where something follows. */
    public void join() {
        var feed = feeds.get(around.random().nextInt(feeds.size()));
        if (tasks.isEmpty() || around.random().nextInt(4) == 0) {
            add(feed.joinedBy(around.random().nextInt(feed.told().size() + 1)));
            return;
        }
        var other = tasks.get(around.random().nextInt(tasks.size()));
        var change = latest.get(other.task);
        int length = change == null ? 1 : (int) change.entry().sequence();
        long begin = around.random().nextInt(length);
        add(new TaskFollower(around, other.account, other.task, begin));
    }

    private void add(TaskFollower stream) {
        tasks.add(stream);
        going.add(stream);
    }

    private void add(FeedFollower feed) {
        feeds.add(feed);
        going.add(feed);
    }

    public boolean canAsk(Instant now) {
        return !nextWake().isAfter(now);
    }

    /** One of those who can. */
    public void askOne(Instant now) {
        going.removeIf(Follower::isOver);
        var able = going.stream().filter(follower -> follower.canAsk(now)).toList();
        able.get(around.random().nextInt(able.size())).ask();
        isNew = true;
    }

    /** When somebody asks if nothing happens. */
    public Instant nextWake() {
        var next = Instant.MAX;
        for (var follower : going)
            if (follower.nextWake().isBefore(next)) next = follower.nextWake();
        return next;
    }

    /** Breaks a connection, if there is one. */
    public void cutOne() {
        var waiting = going.stream().filter(Follower::isWaiting).toList();
        if (waiting.isEmpty()) return;
        waiting.get(around.random().nextInt(waiting.size())).cutOff();
    }

    /** The process is gone. */
    public void hangUp() {
        going.forEach(Follower::forget);
    }

    @Override
    public void committed(List<TaskChange> changes) {
        for (var change : changes) latest.put(change.id(), change);
        isNew = true;
    }

    /** When nothing is left to do, whoever waits was told of every commit. */
    public void checkAtRest() {
        if (!isNew) return;
        isNew = false;
        going.stream()
                .filter(Follower::isWaiting)
                .filter(follower -> follower.isBehind(latest))
                .findFirst()
                .ifPresent(behind -> {
                    throw new AssertionError("I6: nobody told " + behind + " what follows");
                });
    }

    /** Whether each stream has ended and everybody else waits. */
    public boolean areSettled() {
        return tasks.stream().allMatch(TaskFollower::isOver)
                && feeds.stream().allMatch(Follower::isWaiting);
    }

    /** Throws unless those of an account were told all that happened, and nothing else. */
    public void judge(Story story) {
        for (var feed : feeds)
            if (feed.account.equals(story.account()))
                assertThat(feed.told()).as("I6: %s", feed).isEqualTo(story.feed());
        for (var stream : tasks)
            if (stream.account.equals(story.account()))
                assertThat(stream.told())
                        .as("I6: %s, from after %d", stream, stream.begin)
                        .isEqualTo(story.upToTheEnd(stream.task, stream.begin));
    }

    /** How many wait for the feeds to go on. */
    public int waitingForFeeds() {
        return (int) feeds.stream().filter(Follower::isWaiting).count();
    }
}
