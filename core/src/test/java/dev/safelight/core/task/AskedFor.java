package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A store without tasks that notes what callers ask for, and has no workers. */
final class AskedFor implements TaskStore, TaskReads {
    static final TaskFilter ALL = new TaskFilter(Set.of(), null, null, Map.of(), null, 9);

    final List<NewTask> submitted = new ArrayList<>();
    final List<AccountId> accounts = new ArrayList<>();

    private static <T> CompletableFuture<T> answer(T value) {
        return CompletableFuture.completedFuture(value);
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        submitted.add(task);
        var ref = new TaskRef(task.id(), submitted.size());
        return answer(new Submission.Accepted(ref, task.request().answer()));
    }

    @Override
    public CompletableFuture<Cancellation> cancel(AccountId account, TaskId task) {
        accounts.add(account);
        return answer(Cancellation.ABSENT);
    }

    @Override
    public CompletableFuture<Optional<TaskView>> find(AccountId account, TaskId task) {
        accounts.add(account);
        return answer(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<TaskView>> findHere(AccountId account, TaskId task) {
        return find(account, task);
    }

    @Override
    public CompletableFuture<List<TaskView>> list(AccountId account, TaskFilter filter) {
        accounts.add(account);
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<LogEntry>> log(
            AccountId account, TaskId task, long after, int limit) {
        accounts.add(account);
        return answer(List.of());
    }

    @Override
    public CompletableFuture<Long> countLive() {
        return answer(0L);
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<Write> progress(Lease lease, int percent) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> checkpoint(Lease lease, String body) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> complete(Lease lease, Result result) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> fail(Lease lease, Failure failure, boolean passing) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> giveBack(Lease lease) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> stopped(Lease lease) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        return answer(new WorkerId(1));
    }

    @Override
    public CompletableFuture<Write> heartbeat(WorkerId worker, Duration lease) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> withdraw(WorkerId worker) {
        return answer(Write.LOST);
    }

    @Override
    public CompletableFuture<Write> leave(WorkerId worker) {
        return answer(Write.LOST);
    }
}
