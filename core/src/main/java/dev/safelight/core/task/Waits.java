package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.watch.Hub;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
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
    private final ConcurrentSkipListSet<Parked> byTime = new ConcurrentSkipListSet<>();
    private final AtomicLong numbers = new AtomicLong();
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
        var caller = new Parked(account, task, until, numbers.incrementAndGet());
        byTime.add(caller);
        parked.park(task, caller);
        var _ = caller.answer.whenComplete((answer, fault) -> forget(caller));
        read(account, task, (view, fault) -> afterFirstRead(caller, view, fault));
        return caller.answer;
    }

    /** How many callers are parked. */
    public int size() {
        return byTime.size();
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
        var due = new ArrayList<Parked>();
        var next = Instant.MAX;
        for (var caller : byTime) {
            if (caller.until.isAfter(now)) {
                next = caller.until;
                break;
            }
            due.add(caller);
        }
        due.forEach(caller -> answer(List.of(caller)));
        return next;
    }

    /** Answers everybody with the current view; whoever comes later is answered at once. */
    public void drain() {
        draining = true;
        byTime.forEach(caller -> answer(List.of(caller)));
    }

    private void forget(Parked caller) {
        byTime.remove(caller);
        parked.leave(caller.task, caller);
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
    private static final class Parked implements Comparable<Parked> {
        private final AccountId account;
        private final TaskId task;
        private final Instant until;
        private final long number;
        private final CompletableFuture<Optional<Waited>> answer = new CompletableFuture<>();

        private Parked(AccountId account, TaskId task, Instant until, long number) {
            this.account = account;
            this.task = task;
            this.until = until;
            this.number = number;
        }

        @Override
        public int compareTo(Parked other) {
            int byUntil = until.compareTo(other.until);
            return byUntil != 0 ? byUntil : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }
}
