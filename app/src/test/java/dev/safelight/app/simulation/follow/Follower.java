package dev.safelight.app.simulation.follow;

import dev.safelight.app.Assembly;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who follows a log. A connection breaks while it waits, or when it has brought only a
 * part of an answer; then the follower goes on from the last entry that it took.
 *
 * @param <T> what an answer brings
 */
abstract sealed class Follower<T> permits TaskFollower, FeedFollower {
    final Surroundings around;
    private Instant back;
    private @Nullable CompletableFuture<T> asked;

    /** Its number: what comes over an earlier one reaches nobody. */
    private int connection;

    Follower(Surroundings around) {
        this.around = around;
        back = around.back();
    }

    /** Asks for what follows its place. */
    abstract CompletableFuture<T> next(Assembly server);

    /** Takes an answer, or only so many entries of it. */
    abstract void take(T answer, int most);

    /** Whether it was told the last entry there will ever be for it. */
    abstract boolean isOver();

    /** Whether it lacks any of these: the latest of each task. */
    abstract boolean isBehind(Map<TaskId, TaskChange> latest);

    final boolean isWaiting() {
        return asked != null;
    }

    final boolean canAsk(Instant now) {
        return !nextWake().isAfter(now);
    }

    /** When it asks again if nothing happens. */
    final Instant nextWake() {
        return isWaiting() || isOver() ? Instant.MAX : back;
    }

    /** All chance is drawn here: answers come in no certain order. */
    final void ask() {
        boolean breaks = around.faults().test(80);
        int most = breaks ? around.random().nextInt(3) : Integer.MAX_VALUE;
        back = breaks ? around.back() : around.now();
        var answer = next(around.server().get());
        asked = answer;
        int number = connection;
        var _ = answer.whenComplete((told, fault) -> {
            if (number == connection) hear(told, fault, most);
        });
    }

    private void hear(T told, @Nullable Throwable fault, int most) {
        asked = null;
        try {
            if (fault != null) throw new AssertionError("whoever follows is told, or waits", fault);
            take(told, most);
        } catch (AssertionError | RuntimeException promise) {
            around.broken().accept(promise);
        }
    }

    /** The connection breaks; the server notices. */
    final void cutOff() {
        var waiting = asked;
        forget();
        if (waiting != null) waiting.cancel(false);
    }

    /** The process is gone: nobody answers any more. */
    final void forget() {
        connection++;
        asked = null;
        back = around.back();
    }
}
