package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The one place where tasks change. Each call is one decision; what has gathered is committed
 * together, and an answer is completed only when it is on disk. Task, postings, log entry, files
 * and deliveries of a decision are written together or not at all. Safe for use by many threads.
 *
 * <p>A call fails with {@link StoreFault} when the store is full, overloaded or broken; then either
 * nothing was written, or the fault says that the outcome is unknown.
 */
public interface TaskStore {

    CompletableFuture<Submission> submit(NewTask task);

    /**
     * Up to {@code max} tasks that own their slots, under fresh fences. Completes when there is at
     * least one, and with none when the worker withdraws or leaves.
     */
    CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max);

    CompletableFuture<WriteOutcome> progress(Lease lease, int percent);

    /** Keeps JSON text for the next attempt; makes no log entry. */
    CompletableFuture<WriteOutcome> checkpoint(Lease lease, String body);

    CompletableFuture<WriteOutcome> complete(Lease lease, Result result);

    /** Ends an attempt; {@code passing} faults are tried again while attempts remain. */
    CompletableFuture<WriteOutcome> fail(Lease lease, Failure failure, boolean passing);

    /** Gives a task back on a graceful drain; the attempt does not count. */
    CompletableFuture<WriteOutcome> giveBack(Lease lease);

    /**
     * Says that the engine has stopped after the task ended without it; frees the engine's slot.
     */
    CompletableFuture<WriteOutcome> stopped(Lease lease);

    CompletableFuture<Cancellation> cancel(AccountId account, TaskId task);

    /** Enters a worker. Leases of earlier boots of the same node end at once. */
    CompletableFuture<WorkerId> enter(NewWorker worker);

    /** Says that the worker lives; one row, however many tasks it runs. LOST: enter again. */
    CompletableFuture<WriteOutcome> heartbeat(WorkerId worker, Duration lease);

    /** The worker takes no more and goes on with what it has; its pending claims complete empty. */
    CompletableFuture<WriteOutcome> withdraw(WorkerId worker);

    /** The worker goes; its pending claims complete empty. */
    CompletableFuture<WriteOutcome> leave(WorkerId worker);
}
