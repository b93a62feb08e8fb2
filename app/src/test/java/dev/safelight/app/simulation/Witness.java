package dev.safelight.app.simulation;

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

/** Passes on what a worker asks, and lets the fences be watched. */
final class Witness implements TaskStore {
    private final TaskStore store;
    private final Fences fences;

    Witness(TaskStore store, Fences fences) {
        this.store = store;
        this.fences = fences;
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        return store.claim(worker, engine, max).thenApply(leases -> {
            leases.forEach(fences::handOut);
            return leases;
        });
    }

    @Override
    public CompletableFuture<WriteOutcome> progress(Lease lease, int percent) {
        return fences.watch(lease, store.progress(lease, percent));
    }

    @Override
    public CompletableFuture<WriteOutcome> checkpoint(Lease lease, String body) {
        return fences.watch(lease, store.checkpoint(lease, body));
    }

    @Override
    public CompletableFuture<WriteOutcome> complete(Lease lease, Result result) {
        return fences.watch(lease, store.complete(lease, result));
    }

    @Override
    public CompletableFuture<WriteOutcome> fail(Lease lease, Failure failure, boolean passing) {
        return fences.watch(lease, store.fail(lease, failure, passing));
    }

    @Override
    public CompletableFuture<WriteOutcome> giveBack(Lease lease) {
        return fences.watch(lease, store.giveBack(lease));
    }

    @Override
    public CompletableFuture<WriteOutcome> stopped(Lease lease) {
        return fences.watch(lease, store.stopped(lease));
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        return store.submit(task);
    }

    @Override
    public CompletableFuture<Cancellation> cancel(AccountId account, TaskId task) {
        return store.cancel(account, task);
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        return store.enter(worker);
    }

    @Override
    public CompletableFuture<WriteOutcome> heartbeat(WorkerId worker, Duration lease) {
        return store.heartbeat(worker, lease);
    }

    @Override
    public CompletableFuture<WriteOutcome> withdraw(WorkerId worker) {
        return store.withdraw(worker);
    }

    @Override
    public CompletableFuture<WriteOutcome> leave(WorkerId worker) {
        return store.leave(worker);
    }
}
