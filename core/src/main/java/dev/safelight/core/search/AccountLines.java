package dev.safelight.core.search;

import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs one thing of an account at a time, and puts the next one behind what waits of others: an
 * account that asks for much delays itself alone. Safe for use by many threads.
 */
final class AccountLines {
    private final Executor threads;
    private final int most;

    /** Of each account that has something under way, what waits behind it. */
    private final Map<AccountId, Queue<Runnable>> lines = new HashMap<>();

    /** @param most how many of an account may wait */
    AccountLines(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Whether it will be run: not where too many wait, or nothing is run any more. */
    boolean enter(AccountId account, Runnable work) {
        synchronized (lines) {
            var line = lines.get(account);
            if (line != null) return line.size() < most && line.add(work);
            lines.put(account, new ArrayDeque<>());
        }
        if (isStarted(account, work)) return true;
        synchronized (lines) {
            lines.remove(account);
        }
        return false;
    }

    private boolean isStarted(AccountId account, Runnable work) {
        try {
            threads.execute(() -> run(account, work));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private void run(AccountId account, Runnable work) {
        try {
            work.run();
        } finally {
            var next = next(account);
            // What waits when nothing is run any more is run here, and fails for what is closed.
            if (next != null && !isStarted(account, next)) run(account, next);
        }
    }

    /** The account is done with when nothing of it waits. */
    private @Nullable Runnable next(AccountId account) {
        synchronized (lines) {
            var line = lines.get(account);
            var next = line == null ? null : line.poll();
            if (next == null) lines.remove(account);
            return next;
        }
    }
}
