package dev.safelight.store.simulation;

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
import dev.safelight.core.task.Write;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Passes on what workers ask, and watches that only a task's latest lease is ever written under.
 */
final class Witness implements TaskStore {
    private final TaskStore store;
    private final Consumer<Throwable> broken;
    private final Map<Long, Long> latest = new HashMap<>();

    Witness(TaskStore store, Consumer<Throwable> broken) {
        this.store = store;
        this.broken = broken;
    }

    private CompletableFuture<Write> watch(Lease lease, CompletableFuture<Write> answer) {
        return answer.thenApply(write -> {
            if (write == Write.STORED && lease.fence() != latest.getOrDefault(row(lease), 0L))
                broken.accept(new AssertionError("a late write was taken: " + lease));
            return write;
        });
    }

    private static long row(Lease lease) {
        return lease.task().row();
    }

    private void handOut(Lease lease) {
        var earlier = latest.put(row(lease), lease.fence());
        if (earlier != null && earlier >= lease.fence())
            broken.accept(new AssertionError("a fence that is not fresh: " + lease));
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        return store.claim(worker, engine, max).thenApply(leases -> {
            leases.forEach(this::handOut);
            return leases;
        });
    }

    @Override
    public CompletableFuture<Write> progress(Lease lease, int percent) {
        return watch(lease, store.progress(lease, percent));
    }

    @Override
    public CompletableFuture<Write> checkpoint(Lease lease, String body) {
        return watch(lease, store.checkpoint(lease, body));
    }

    @Override
    public CompletableFuture<Write> complete(Lease lease, Result result) {
        return watch(lease, store.complete(lease, result));
    }

    @Override
    public CompletableFuture<Write> fail(Lease lease, Failure failure, boolean passing) {
        return watch(lease, store.fail(lease, failure, passing));
    }

    @Override
    public CompletableFuture<Write> giveBack(Lease lease) {
        return watch(lease, store.giveBack(lease));
    }

    @Override
    public CompletableFuture<Write> stopped(Lease lease) {
        return watch(lease, store.stopped(lease));
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
    public CompletableFuture<Write> heartbeat(WorkerId worker, Duration lease) {
        return store.heartbeat(worker, lease);
    }

    @Override
    public CompletableFuture<Write> withdraw(WorkerId worker) {
        return store.withdraw(worker);
    }

    @Override
    public CompletableFuture<Write> leave(WorkerId worker) {
        return store.leave(worker);
    }
}
