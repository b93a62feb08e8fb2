package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads of one task of one account, answered at once or when the test says so: in a state, or with
 * a log.
 */
final class OneTask implements TaskReads {
    private final AccountId owner;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final List<LogEntry> log = new ArrayList<>();
    final List<AccountId> readers = new ArrayList<>();
    TaskState state = Samples.states().getFirst();
    boolean answersAtOnce = true;
    boolean isBroken;

    OneTask(AccountId owner) {
        this.owner = owner;
    }

    /** Its log goes on, and what it is follows from the log. */
    LogEntry happens(Instant at, TaskEvent event) {
        var entry = new LogEntry(log.size() + 1, at, event);
        log.add(entry);
        return entry;
    }

    TaskView view() {
        if (!log.isEmpty()) return TaskHistory.view(Samples.HEADER, log);
        var times = new TaskView.Times(Samples.NOON, null, null);
        return new TaskView(Samples.task(state), 0, times, Samples.INPUT);
    }

    /** Answers the reads that were asked for so far, with what is so now. */
    void answerReads() {
        while (!held.isEmpty()) held.remove().run();
    }

    @Override
    public CompletableFuture<Optional<TaskView>> find(AccountId account, TaskId task) {
        readers.add(account);
        var answer = new CompletableFuture<Optional<TaskView>>();
        held.add(() -> answer(answer, account, task));
        if (answersAtOnce) answerReads();
        return answer;
    }

    private void answer(
            CompletableFuture<Optional<TaskView>> answer, AccountId account, TaskId task) {
        boolean isHere = account.equals(owner) && task.equals(Samples.ID);
        if (isBroken) answer.completeExceptionally(new IllegalStateException("planted"));
        else answer.complete(isHere ? Optional.of(view()) : Optional.empty());
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
        return CompletableFuture.completedFuture(new TaskPage(List.of(), null));
    }

    @Override
    public CompletableFuture<List<LogEntry>> log(
            AccountId account, TaskId task, long after, int limit) {
        return CompletableFuture.completedFuture(log.stream()
                .filter(entry -> entry.sequence() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<Long> countLive() {
        return CompletableFuture.completedFuture(1L);
    }
}
