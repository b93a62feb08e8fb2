package dev.safelight.app.simulation.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Assembly;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Moment;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Follows a task up to the entry that ends it. */
final class TaskFollower extends Follower<List<Moment>> {
    final AccountId account;
    final TaskId task;

    /** The sequence number after which it began. */
    final long begin;

    private final List<Moment> told = new ArrayList<>();

    TaskFollower(Surroundings around, AccountId account, TaskId task, long begin) {
        super(around);
        this.account = account;
        this.task = task;
        this.begin = begin;
    }

    List<Moment> told() {
        return List.copyOf(told);
    }

    private long place() {
        return begin + told.size();
    }

    @Override
    CompletableFuture<List<Moment>> next(Assembly server) {
        return server.followers().next(account, task, place());
    }

    @Override
    void take(List<Moment> moments, int most) {
        assertThat(moments).as("an answer tells something").isNotEmpty();
        for (var moment : moments.stream().limit(most).toList()) {
            if (isOver()) return;
            assertThat(moment.entry().sequence())
                    .as("I6: the stream of %s tells each entry once, in order", task)
                    .isEqualTo(place() + 1);
            told.add(moment);
        }
    }

    @Override
    boolean isOver() {
        return !told.isEmpty() && told.getLast().view().isTerminal();
    }

    @Override
    boolean isBehind(Map<TaskId, TaskChange> latest) {
        var change = latest.get(task);
        return !isOver() && change != null && place() < change.entry().sequence();
    }

    @Override
    public String toString() {
        return "the stream of %s after %d".formatted(task, place());
    }
}
