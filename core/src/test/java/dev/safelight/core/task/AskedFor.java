package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A store without tasks that notes what callers ask for, and has no workers. */
final class AskedFor implements TaskStore, TaskReads {
    static final TaskFilter ALL = TaskFilter.newest(9);

    final List<NewTask> submitted = new ArrayList<>();
    /** Whether what is only to be repeated came before. */
    boolean hasEarlier = true;

    final List<AccountId> accounts = new ArrayList<>();

    private static <T> CompletableFuture<T> answer(T value) {
        return CompletableFuture.completedFuture(value);
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        submitted.add(task);
        if (task.repeats().only() && !hasEarlier) return answer(new Submission.NothingToRepeat());
        return answer(new Submission.Accepted(task.id(), task.answer().json()));
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
    public CompletableFuture<Optional<TaskView>> findOwn(KeyId key, String callersId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<TaskPage> list(AccountId account, TaskFilter filter) {
        accounts.add(account);
        return answer(new TaskPage(List.of(), null));
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
    public CompletableFuture<WriteOutcome> progress(Lease lease, int percent) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> checkpoint(Lease lease, String body) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> complete(Lease lease, Result result) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> fail(Lease lease, Failure failure, boolean passing) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> giveBack(Lease lease) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> stopped(Lease lease) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        return answer(new WorkerId(1));
    }

    @Override
    public CompletableFuture<WriteOutcome> heartbeat(WorkerId worker, Duration lease) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> withdraw(WorkerId worker) {
        return answer(WriteOutcome.LOST);
    }

    @Override
    public CompletableFuture<WriteOutcome> leave(WorkerId worker) {
        return answer(WriteOutcome.LOST);
    }
}
