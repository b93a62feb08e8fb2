package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.Write;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Something asked of the writer, with the answer that it owes. */
sealed interface Op {

    CompletableFuture<?> answer();

    default void fail(StoreFault fault) {
        answer().completeExceptionally(fault);
    }

    record Submit(NewTask task, CompletableFuture<Submission> answer) implements Op {}

    /** Waits on its lane until there is a task, the worker leaves, or the store closes. */
    record Claim(WorkerId worker, EngineName engine, int max, CompletableFuture<List<Lease>> answer)
            implements Op {}

    /** A worker's write about a task that it holds. */
    record LeaseWrite(Lease lease, What what, CompletableFuture<Write> answer) implements Op {}

    record Cancel(AccountId account, TaskId task, CompletableFuture<Cancellation> answer)
            implements Op {}

    /** A worker says that it lives. */
    record Heartbeat(WorkerId worker, Duration lease, CompletableFuture<Write> answer)
            implements Op {}

    /** Anything that is rare: runs inside the batch's transaction. */
    record Errand<R>(Function<WriterConnection, R> work, CompletableFuture<R> answer)
            implements Op {
        void run(WriterConnection connection) {
            R result = work.apply(connection);
            connection.tx.answer(() -> answer.complete(result));
        }
    }

    /** What a worker may write. */
    sealed interface What {
        record Progress(int percent) implements What {}

        record Checkpoint(String body) implements What {}

        record Complete(Result result) implements What {}

        record Fail(Failure failure, boolean passing) implements What {}

        record GiveBack() implements What {}

        record Stopped() implements What {}
    }
}
