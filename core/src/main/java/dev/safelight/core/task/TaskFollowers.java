package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.watch.Hub;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Those who follow a task's log, parked without a thread until it goes on. A follower is parked
 * first and the log is read after that, so no entry falls in between; what is told is always read
 * from the log. Safe for use by many threads; answers run on {@code delivery}, or at once on the
 * thread that asks where the entries are at hand: never on the writer or a reader.
 */
public final class TaskFollowers implements CommitListener {
    /** Entries of one answer at most; the rest is there at the next question. */
    static final int PAGE = 100;

    private final TaskReads reads;
    private final Executor delivery;
    private final Hub<TaskId, Follower> parked;

    public TaskFollowers(TaskReads reads, Executor delivery) {
        this.reads = reads;
        this.delivery = delivery;
        parked = new Hub<>((task, followers) -> tell(followers), delivery);
    }

    /**
     * What follows in a task's log after a sequence number, at least one entry: it completes when
     * there is one, and never for an absent task or after the last entry of an ended one. Cancel
     * the answer to follow no more.
     */
    public CompletableFuture<List<Moment>> next(AccountId account, TaskId task, long after) {
        var follower = new Follower(new Place(account, task, after));
        parked.park(task, follower);
        var _ = follower.answer.whenComplete((answer, fault) -> parked.leave(task, follower));
        read(follower.place, follower::told);
        return follower.answer;
    }

    @Override
    public void committed(List<TaskChange> changes) {
        if (parked.isEmpty()) return;
        for (var change : changes) parked.wake(change.id());
    }

    /** One read serves all who are at one place, as those are who follow along. */
    private void tell(Collection<Follower> followers) {
        followers.stream()
                .collect(Collectors.groupingBy(follower -> follower.place))
                .forEach((place, here) -> read(place, (moments, fault) -> {
                    for (var follower : here) follower.told(moments, fault);
                }));
    }

    /** What a follower does with its answer must not keep a reader from the next read. */
    private void read(Place place, BiConsumer<List<Moment>, @Nullable Throwable> then) {
        var found = reads.moments(place.account, place.task, place.after, PAGE);
        var _ = found.isDone() ? found.whenComplete(then) : found.whenCompleteAsync(then, delivery);
    }

    /** How far somebody has followed. */
    private record Place(AccountId account, TaskId task, long after) {}

    /** One who waits for the next entry. */
    private static final class Follower {
        private final Place place;
        private final CompletableFuture<List<Moment>> answer = new CompletableFuture<>();

        private Follower(Place place) {
            this.place = place;
        }

        private void told(List<Moment> moments, @Nullable Throwable fault) {
            if (fault != null) answer.completeExceptionally(fault);
            else if (!moments.isEmpty()) answer.complete(moments);
        }
    }
}
