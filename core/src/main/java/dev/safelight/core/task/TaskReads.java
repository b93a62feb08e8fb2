package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads tasks as of the last commit: a read after an acknowledged write sees it. */
public interface TaskReads {

    /** Empty when it is absent or another account's: the two must not be told apart. */
    CompletableFuture<Optional<TaskView>> find(AccountId account, TaskId task);

    /**
     * The same for a caller on a platform thread that may block for a moment and is none of the
     * store's: the read may happen on it, and the answer be there when this returns.
     */
    CompletableFuture<Optional<TaskView>> findHere(AccountId account, TaskId task);

    /** The task that a key gave this id of its own; empty when there is none. */
    CompletableFuture<Optional<TaskView>> findOwn(KeyId key, String callersId);

    /** A page may end before its limit: see {@link TaskPage#MOST_FILES}. */
    CompletableFuture<TaskPage> list(AccountId account, TaskFilter filter);

    /** The entries of a task's log after a sequence number, in order. */
    CompletableFuture<List<LogEntry>> log(AccountId account, TaskId task, long after, int limit);

    /**
     * The same entries, each with the task as of it. Whoever follows along pays for one entry: the
     * view of the latest is the task as it is. Who is behind pays for the log from its beginning.
     */
    default CompletableFuture<List<Moment>> moments(
            AccountId account, TaskId task, long after, int limit) {
        return find(account, task)
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : moments(found.get(), after, limit));
    }

    /** @param now the task as it was read just before, which it need not be any more */
    private CompletableFuture<List<Moment>> moments(TaskView now, long after, int limit) {
        var account = now.task().owner().account();
        long latest = now.task().stamp().version();
        if (after >= latest) return CompletableFuture.completedFuture(List.of());
        if (after == latest - 1)
            return log(account, now.id(), after, 1)
                    .thenApply(log ->
                            log.stream().map(entry -> new Moment(entry, now)).toList());
        int length = (int) Math.min(Integer.MAX_VALUE, after + limit);
        return log(account, now.id(), 0, length)
                .thenApply(log -> TaskHistory.moments(now.task().header(), log, after));
    }

    /** Tasks that are not terminal, over all accounts. */
    CompletableFuture<Long> countLive();
}
