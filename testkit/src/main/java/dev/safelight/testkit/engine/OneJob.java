package dev.safelight.testkit.engine;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store that has one task to claim and keeps what is said of it. Safe for use by threads. */
final class OneJob implements TaskStore {
    final Lease lease;
    final List<Integer> progress = new CopyOnWriteArrayList<>();
    final CompletableFuture<RunOutcome.End> end = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    OneJob(TaskId task) {
        lease = new Lease(task, 1);
    }

    private static CompletableFuture<WriteOutcome> stored() {
        return CompletableFuture.completedFuture(WriteOutcome.STORED);
    }

    private CompletableFuture<WriteOutcome> ended(RunOutcome.End how) {
        end.complete(how);
        return stored();
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        return claimed.compareAndSet(false, true)
                ? CompletableFuture.completedFuture(List.of(lease))
                : new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<WriteOutcome> progress(Lease of, int percent) {
        progress.add(percent);
        return stored();
    }

    @Override
    public CompletableFuture<WriteOutcome> complete(Lease of, Result result) {
        return ended(new RunOutcome.Made(result));
    }

    @Override
    public CompletableFuture<WriteOutcome> fail(Lease of, Failure failure, boolean passing) {
        return ended(new RunOutcome.Failed(failure, passing));
    }

    @Override
    public CompletableFuture<WriteOutcome> giveBack(Lease of) {
        return ended(new RunOutcome.Stopped());
    }

    @Override
    public CompletableFuture<WriteOutcome> stopped(Lease of) {
        return ended(new RunOutcome.Stopped());
    }

    @Override
    public CompletableFuture<WriteOutcome> checkpoint(Lease of, String body) {
        return stored();
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        return CompletableFuture.completedFuture(new WorkerId(1));
    }

    @Override
    public CompletableFuture<WriteOutcome> heartbeat(WorkerId worker, Duration time) {
        return stored();
    }

    @Override
    public CompletableFuture<WriteOutcome> withdraw(WorkerId worker) {
        return stored();
    }

    @Override
    public CompletableFuture<WriteOutcome> leave(WorkerId worker) {
        return stored();
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        throw new UnsupportedOperationException("it has its one task");
    }

    @Override
    public CompletableFuture<Cancellation> cancel(AccountId account, TaskId task) {
        throw new UnsupportedOperationException("nobody owns its task");
    }
}
