package dev.safelight.core.worker;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether the store knows this worker: it enters, says at each third of its lease that it lives,
 * enters again once it was taken for dead, and withdraws. Confined to the thread that steps the
 * worker, but for {@link #withdraw}, which any thread may call.
 */
final class Presence {
    /** Before the store is asked again to let it withdraw. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final NewWorker entry;
    private final TaskStore store;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Runnable whenLost;
    private @Nullable WorkerId id;
    private boolean entering;
    private Instant nextHeartbeat = Instant.MIN;
    private Instant withdrawAt = Instant.MIN;
    private volatile boolean withdrawing;

    /**
     * @param whenLost called when the store no longer knows the worker: its tasks are others' now
     */
    Presence(
            NewWorker entry, TaskStore store, InstantSource clock, Inbox inbox, Runnable whenLost) {
        this.entry = entry;
        this.store = store;
        this.clock = clock;
        this.inbox = inbox;
        this.whenLost = whenLost;
    }

    void step(Instant now) {
        if (!now.isBefore(nextHeartbeat)) {
            if (id == null) enter(now);
            else sendHeartbeat(id, now);
        }
        if (id != null && withdrawing) sendWithdrawal(id, now);
    }

    /** When there is something to do if nothing arrives. */
    Instant nextStep() {
        var waits = id != null && withdrawing && withdrawAt.isBefore(nextHeartbeat);
        return waits ? withdrawAt : nextHeartbeat;
    }

    /** Takes no more from here on; the store is told at the next step. */
    void withdraw() {
        withdrawing = true;
    }

    boolean isWithdrawing() {
        return withdrawing;
    }

    /** Who may claim: nobody before it has entered, and nobody once it withdraws. */
    @Nullable
    WorkerId claimant() {
        return withdrawing ? null : id;
    }

    /** Only a worker that the store no longer knows, or that withdraws, is given nothing. */
    void claimedNothing(WorkerId worker) {
        if (!withdrawing) lost(worker);
    }

    private void enter(Instant now) {
        planNextHeartbeat(now);
        if (entering || withdrawing) return;
        entering = true;
        inbox.postAnswer(store.enter(entry), this::entered, fault -> entering = false);
    }

    private void entered(WorkerId given) {
        entering = false;
        id = given;
    }

    private void sendHeartbeat(WorkerId worker, Instant now) {
        planNextHeartbeat(now);
        inbox.postAnswer(
                store.heartbeat(worker, entry.lease()),
                answer -> {
                    if (answer == WriteOutcome.LOST) lost(worker);
                },
                fault -> {});
    }

    private void planNextHeartbeat(Instant now) {
        nextHeartbeat = now.plus(entry.lease().dividedBy(3));
    }

    /** Two answers may say so: the later one must not end what was entered in between. */
    private void lost(WorkerId worker) {
        if (!worker.equals(id)) return;
        id = null;
        whenLost.run();
        enter(clock.instant());
    }

    private void sendWithdrawal(WorkerId worker, Instant now) {
        if (now.isBefore(withdrawAt)) return;
        withdrawAt = Instant.MAX;
        inbox.postAnswer(
                store.withdraw(worker),
                done -> {},
                fault -> withdrawAt = clock.instant().plus(AFTER_A_FAULT));
    }
}
