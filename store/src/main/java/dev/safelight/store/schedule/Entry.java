package dev.safelight.store.schedule;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A task as the schedule sees it; whoever added it keeps it and hands it in again. Void once it has
 * ended or the schedule was cleared. Confined to the schedule's thread.
 */
public final class Entry<T> {
    private final T task;
    final Place place;
    final AccountQueues<Entry<T>> account;
    final AccountQueues.AtEngine<Entry<T>> at;
    final Slots key;
    Standing standing = Standing.RESTING;

    /** When the clock changes it; its place among the timers. */
    Instant wake = Instant.MAX;

    /** Where an entry stands. */
    enum Standing {
        /** Between attempts, not due yet: owns nothing. */
        RESTING,
        /** In its account's queue: owns nothing. */
        WAITING,
        /** Owns its slots and waits to be taken. */
        READY,
        /** Owns its slots and was taken. */
        RUNNING,
        /** Ended without its engine, which has not stopped yet: owns the engine's slot. */
        STOPPING,
        /** Owns nothing and comes back no more. */
        GONE
    }

    Entry(
            T task,
            Place place,
            AccountQueues<Entry<T>> account,
            AccountQueues.AtEngine<Entry<T>> at,
            Slots key) {
        this.task = task;
        this.place = place;
        this.account = account;
        this.at = at;
        this.key = key;
    }

    public T task() {
        return task;
    }

    public Place place() {
        return place;
    }

    /** Whether it owns nothing and waits for nothing but the clock. */
    public boolean isResting() {
        return standing == Standing.RESTING;
    }

    /** Whether it has ended and its engine has not stopped yet. */
    public boolean isStopping() {
        return standing == Standing.STOPPING;
    }

    /** From one standing to another; refused where the caller is wrong about the first. */
    void move(Standing from, Standing to) {
        if (standing != from)
            throw new IllegalStateException(
                    "cannot be %s while %s: %s".formatted(to, standing, task));
        standing = to;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(place.turn().arrival());
    }

    @Override
    public String toString() {
        return standing + " " + task;
    }
}
