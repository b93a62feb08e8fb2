package dev.safelight.store.sqlite.writer;

import dev.safelight.core.access.LimitChange;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Something asked of the writer, with the answer that it owes. */
public sealed interface Command {

    CompletableFuture<?> answer();

    default void fail(StoreFault fault) {
        answer().completeExceptionally(fault);
    }

    record Submit(NewTask task, CompletableFuture<Submission> answer) implements Command {}

    /** Waits outside any batch until there is a task, the worker leaves, or the store closes. */
    record Claim(WorkerId worker, EngineName engine, int max, CompletableFuture<List<Lease>> answer)
            implements Command {}

    /** A worker's write about a task that it holds. */
    record Report(Lease lease, WorkerReport report, CompletableFuture<WriteOutcome> answer)
            implements Command {}

    record Cancel(AccountId account, TaskId task, CompletableFuture<Cancellation> answer)
            implements Command {}

    record ChangeLimits(LimitChange change, CompletableFuture<LimitChange.Outcome> answer)
            implements Command {}

    record Enter(NewWorker worker, CompletableFuture<WorkerId> answer) implements Command {}

    /** A worker says that it lives. */
    record Heartbeat(WorkerId worker, Duration lease, CompletableFuture<WriteOutcome> answer)
            implements Command {}

    /** A worker takes no more. */
    record Withdraw(WorkerId worker, CompletableFuture<WriteOutcome> answer) implements Command {}

    /** A worker goes. */
    record Leave(WorkerId worker, CompletableFuture<WriteOutcome> answer) implements Command {}

    /** Anything that is rare and about no task: runs inside the batch's transaction. */
    record Rare<R>(Function<Transaction, R> work, CompletableFuture<R> answer) implements Command {
        void run(Transaction tx) {
            R result = work.apply(tx);
            tx.afterCommit(() -> answer.complete(result));
        }
    }
}
