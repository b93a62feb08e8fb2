package dev.safelight.store.sqlite;

import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.testkit.contract.Scene;

import java.util.concurrent.CompletableFuture;

/** Who may decide about a running task. Each says whether it won, if it is told at all. */
enum Contender {
    COMPLETE(TaskEvent.Kind.SUCCEEDED) {
        @Override
        CompletableFuture<Told> act(Race race, Lease lease) {
            return stored(race.tasks().complete(lease, Race.NOTHING));
        }
    },
    COMPLETE_ONCE_MORE(TaskEvent.Kind.SUCCEEDED) {
        @Override
        CompletableFuture<Told> act(Race race, Lease lease) {
            return stored(race.tasks().complete(lease, Race.NOTHING));
        }
    },
    FAIL(TaskEvent.Kind.FAILED) {
        @Override
        CompletableFuture<Told> act(Race race, Lease lease) {
            return stored(race.tasks().fail(lease, Scene.BROKEN, false));
        }
    },
    CANCEL(TaskEvent.Kind.CANCELLED) {
        @Override
        CompletableFuture<Told> act(Race race, Lease lease) {
            return race.cancel(lease)
                    .thenApply(outcome -> outcome == Cancellation.CANCELLED ? Told.WON : Told.LOST);
        }
    },
    DEADLINE(TaskEvent.Kind.FAILED) {
        @Override
        CompletableFuture<Told> act(Race race, Lease lease) {
            race.moveClockFor(lease);
            return CompletableFuture.completedFuture(Told.NOTHING);
        }
    },
    RESCUE(TaskEvent.Kind.RETRIED) {
        @Override
        CompletableFuture<Told> act(Race race, Lease lease) {
            race.moveClockFor(lease);
            return CompletableFuture.completedFuture(Told.NOTHING);
        }
    };

    /** The entry of the log that tells that it won. */
    final TaskEvent.Kind mark;

    Contender(TaskEvent.Kind mark) {
        this.mark = mark;
    }

    /** Tries; the answer is what it was told. */
    abstract CompletableFuture<Told> act(Race race, Lease lease);

    private static CompletableFuture<Told> stored(CompletableFuture<WriteOutcome> answer) {
        return answer.thenApply(write -> write == WriteOutcome.STORED ? Told.WON : Told.LOST);
    }
}
