package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.watch.Deadlines;
import dev.safelight.core.watch.Hub;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Held waits: callers are parked without a thread until their task has ended, their time is up or
 * the server drains. A caller is parked first and the task is read after that, so no end falls in
 * between. Safe for use by many threads; answers run on {@code delivery}, or at once on the thread
 * that asks where the view is at hand: never on the writer or a reader.
 */
public final class Waits implements CommitListener {
    private final TaskReads reads;
    private final Executor delivery;
    private final Hub<TaskId, Parked> parked;
    private final Deadlines<Parked> deadlines = new Deadlines<>();
    private volatile boolean draining;

    public Waits(TaskReads reads, Executor delivery) {
        this.reads = reads;
        this.delivery = delivery;
        parked = new Hub<>((task, callers) -> answer(callers), delivery);
    }

    /**
     * Answers when the task has ended, at the latest at {@code until}. Empty when the account has
     * no such task. Cancel the answer to stop waiting.
     */
    public CompletableFuture<Optional<Waited>> forEnd(
            AccountId account, TaskId task, Instant until) {
        var caller = new Parked(account, task);
        var deadline = deadlines.add(until, caller);
        parked.park(task, caller);
        var _ = caller.answer.whenComplete((answer, fault) -> {
            deadlines.remove(deadline);
            parked.leave(task, caller);
        });
        read(account, task, (view, fault) -> afterFirstRead(caller, view, fault));
        return caller.answer;
    }

    /** How many callers are parked. */
    public int size() {
        return deadlines.size();
    }

    @Override
    public void committed(List<TaskChange> changes) {
        if (parked.isEmpty()) return;
        for (var change : changes) {
            if (change.status().isTerminal()) parked.wake(change.id());
        }
    }

    /** Answers those whose time is up; says when the next one's is. */
    public Instant step(Instant now) {
        deadlines.due(now).forEach(caller -> answer(List.of(caller)));
        return deadlines.next(now);
    }

    /** Answers everybody with the current view; whoever comes later is answered at once. */
    public void drain() {
        draining = true;
        deadlines.all().forEach(caller -> answer(List.of(caller)));
    }

    private void afterFirstRead(Parked caller, Optional<TaskView> view, @Nullable Throwable fault) {
        if (fault != null) caller.answer.completeExceptionally(fault);
        else if (view.isEmpty()) caller.answer.complete(Optional.empty());
        else if (view.get().isTerminal() || draining)
            caller.answer.complete(Optional.of(waited(view.get())));
    }

    /** One read serves all that wait for a task; a stranger's account reads for itself. */
    private void answer(Collection<Parked> callers) {
        callers.stream()
                .collect(Collectors.groupingBy(caller -> caller.account))
                .forEach((account, own) -> answer(account, own.getFirst().task, own));
    }

    private void answer(AccountId account, TaskId task, List<Parked> callers) {
        read(account, task, (view, fault) -> {
            for (var caller : callers) {
                if (fault != null) caller.answer.completeExceptionally(fault);
                else caller.answer.complete(view.map(Waits::waited));
            }
        });
    }

    /** What a caller does with its answer must not keep a reader from the next read. */
    private void read(
            AccountId account,
            TaskId task,
            BiConsumer<Optional<TaskView>, @Nullable Throwable> then) {
        var found = reads.find(account, task);
        var _ = found.isDone() ? found.whenComplete(then) : found.whenCompleteAsync(then, delivery);
    }

    private static Waited waited(TaskView view) {
        return new Waited(view, !view.isTerminal());
    }

    /** One held call. */
    private static final class Parked {
        private final AccountId account;
        private final TaskId task;
        private final CompletableFuture<Optional<Waited>> answer = new CompletableFuture<>();

        private Parked(AccountId account, TaskId task) {
            this.account = account;
            this.task = task;
        }
    }
}
