package dev.safelight.core.worker;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store that writes down what a worker asks, and answers when and what a test says. */
final class AskedStore implements TaskStore {
    /** What was handed in. */
    final List<Result> results = new ArrayList<>();

    private final List<String> asked = new ArrayList<>();
    private final Deque<CompletableFuture<Object>> unanswered = new ArrayDeque<>();
    private int broken;

    /** What was asked since this was last called. */
    List<String> asked() {
        var since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    /** Answers what was asked first of that which has no answer yet. */
    void answer(Object value) {
        unanswered.remove().complete(value);
    }

    void refuseForNow() {
        unanswered
                .remove()
                .completeExceptionally(new StoreFault(StoreFault.Kind.BUSY, "says the test"));
    }

    void answerWithABug() {
        unanswered.remove().completeExceptionally(new IllegalStateException("says the test"));
    }

    /** What is asked next is thrown back, once. */
    void breakOnce() {
        breakNext(1);
    }

    /** So many that are asked next are thrown back. */
    void breakNext(int times) {
        broken = times;
    }

    private <T> CompletableFuture<T> ask(String what, Class<T> type) {
        return ask(what).thenApply(type::cast);
    }

    private CompletableFuture<Object> ask(String what) {
        asked.add(what);
        if (broken > 0) {
            broken--;
            throw new IllegalStateException("says the test");
        }
        var answer = new CompletableFuture<>();
        unanswered.add(answer);
        return answer;
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        return ask("claim " + max + " for " + worker.number())
                .thenApply(leases ->
                        ((List<?>) leases).stream().map(Lease.class::cast).toList());
    }

    @Override
    public CompletableFuture<WriteOutcome> progress(Lease lease, int percent) {
        return ask("progress " + percent, WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> checkpoint(Lease lease, String body) {
        return ask("checkpoint " + body, WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> complete(Lease lease, Result result) {
        results.add(result);
        return ask("complete", WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> fail(Lease lease, Failure failure, boolean passing) {
        return ask(
                "fail " + failure.code() + (passing ? " in passing" : " for good"),
                WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> giveBack(Lease lease) {
        return ask("give back", WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> stopped(Lease lease) {
        return ask("stopped", WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        return ask("enter " + worker.node(), WorkerId.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> heartbeat(WorkerId worker, Duration lease) {
        return ask("heartbeat of " + worker.number(), WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> withdraw(WorkerId worker) {
        return ask("withdraw " + worker.number(), WriteOutcome.class);
    }

    @Override
    public CompletableFuture<WriteOutcome> leave(WorkerId worker) {
        throw new AssertionError("a worker withdraws; it never leaves");
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        throw new AssertionError("a worker submits nothing");
    }

    @Override
    public CompletableFuture<Cancellation> cancel(AccountId account, TaskId task) {
        throw new AssertionError("a worker cancels nothing");
    }
}
