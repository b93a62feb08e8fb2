package dev.safelight.server.upload;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.upload.UploadRefusal;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.Executor;

/**
 * Runs so many tasks at once on the threads of others. Those that wait are taken from their
 * accounts in turn, so that many of one account delay another's by one at most.
 */
final class AccountTurns {
    private static final Logger LOG = LoggerFactory.getLogger(AccountTurns.class);

    private final int most;
    private final int waitingOfAccount;
    private final Executor threads;
    private final SequencedMap<AccountId, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private int running;

    /**
     * @param most how many run at once
     * @param waitingOfAccount how many of one account may wait
     */
    AccountTurns(int most, int waitingOfAccount, Executor threads) {
        this.most = most;
        this.waitingOfAccount = waitingOfAccount;
        this.threads = threads;
    }

    /** What runs tasks of an account; one is a {@link Refusal} when too many of its tasks wait. */
    Executor of(AccountId account) {
        return task -> execute(account, task);
    }

    private void execute(AccountId account, Runnable task) {
        if (!begins(account, task)) return;
        try {
            threads.execute(() -> run(task));
        } catch (RuntimeException | Error refused) {
            ended();
            throw refused;
        }
    }

    /** Whether there is a place for it; otherwise it waits for one. */
    private synchronized boolean begins(AccountId account, Runnable task) {
        if (running < most) {
            running++;
            return true;
        }
        var own = waiting.computeIfAbsent(account, none -> new ArrayDeque<>());
        if (own.size() >= waitingOfAccount)
            throw new Refusal(UploadProblem.of(new UploadRefusal.Undecided()));
        own.add(task);
        return false;
    }

    private void run(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error fault) {
                LOG.error("a task failed", fault);
            }
        }
    }

    /** The account that waits for its turn longest, which goes behind all others with it. */
    private synchronized @Nullable Runnable next() {
        var first = waiting.pollFirstEntry();
        if (first == null) {
            running--;
            return null;
        }
        var task = first.getValue().remove();
        if (!first.getValue().isEmpty()) waiting.put(first.getKey(), first.getValue());
        return task;
    }

    private synchronized void ended() {
        running--;
    }
}
