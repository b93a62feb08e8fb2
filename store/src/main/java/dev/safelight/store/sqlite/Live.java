package dev.safelight.store.sqlite;

import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskState.Pending;
import dev.safelight.core.task.TaskState.Retrying;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.TaskState.Terminal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A task that can still change, as the writer keeps it in memory: the row's twin, with its place in
 * the schedule. Confined to the writer thread; rebuilt from the rows when a batch fails.
 */
final class Live implements Comparable<Live> {

    /** Where it stands in the schedule. */
    enum Place {
        /** Between attempts, not due yet: owns nothing. */
        RESTING,
        /** In its account's queue: owns nothing. */
        WAITING,
        /** Owns its slots and waits for a claim. */
        READY,
        /** Owns its slots and a worker has it. */
        RUNNING,
        /** Ended without its engine, which has not stopped yet: owns the engine's slot. */
        STOPPING
    }

    final Lane lane;
    final Account account;
    final Slots key;
    Task task;

    /** The change number of its latest event. */
    long last;

    boolean checkpointed;
    Place place = Place.RESTING;

    @Nullable
    Worker worker;

    /** When the clock changes it if nothing else does; its place among the timers. */
    Instant wake = Instant.MAX;

    Live(Task task, long last, Lane lane, Account account, Slots key) {
        this.task = task;
        this.last = last;
        this.lane = lane;
        this.account = account;
        this.key = key;
    }

    long row() {
        return task.ref().row();
    }

    /** When the clock next has a say, by its state and place. */
    Instant nextWake() {
        return switch (task.state()) {
            case Pending(var queueUntil) -> queueUntil;
            case Running(var effort, var by, var progress) -> effort.deadline();
            case Retrying(var effort, var due) ->
                place == Place.RESTING && due.isBefore(effort.deadline()) ? due : effort.deadline();
            case Terminal ended -> Instant.MAX;
        };
    }

    /** Higher priority first, then the older one: the order in which an account's tasks start. */
    static int byTurn(Live a, Live b) {
        int byPriority =
                Integer.compare(b.task.terms().priority(), a.task.terms().priority());
        return byPriority != 0 ? byPriority : Long.compare(a.row(), b.row());
    }

    /** By time, for the timers. */
    @Override
    public int compareTo(Live other) {
        int byWake = wake.compareTo(other.wake);
        return byWake != 0 ? byWake : Long.compare(row(), other.row());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(row());
    }
}
