package dev.safelight.core.estimate;

import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * What waits and runs at one engine. How many it runs at once is what it was seen to run at once.
 * Safe for use by many threads.
 */
final class EngineLine {
    /** Accounts that are looked at for one answer at most: the writer waits meanwhile. */
    private static final int LOOK_AT = 256;

    private final Map<AccountId, AccountLine> accounts = new HashMap<>();
    private int running;
    private int most = 1;

    synchronized void add(AccountId account, QueuePosition position) {
        accounts.computeIfAbsent(account, number -> new AccountLine()).add(position);
    }

    synchronized void remove(AccountId account, QueuePosition position) {
        var line = accounts.get(account);
        if (line == null) return;
        line.remove(position);
        forget(account, line);
    }

    synchronized void begin(AccountId account) {
        accounts.computeIfAbsent(account, number -> new AccountLine()).begin();
        running++;
        most = Math.max(most, running);
    }

    synchronized void end(AccountId account) {
        var line = accounts.get(account);
        if (line == null) return;
        line.end();
        if (running > 0) running--;
        forget(account, line);
    }

    private void forget(AccountId account, AccountLine line) {
        if (line.isEmpty()) accounts.remove(account);
    }

    /**
     * How many lengths of a run it will be until one that waits, or is about to, is begun. Accounts
     * take turns, so each other one is before it with as many tasks as its own account has, and one
     * more; and its own account runs no more at once than it does now.
     */
    synchronized double runsBefore(AccountId account, QueuePosition position) {
        var own = accounts.get(account);
        int ownBefore = own == null ? 0 : own.before(position);
        double byAccount = own == null ? 0 : (double) ownBefore / atOnce(own);
        return Math.max(byAccount, byEngine(ownBefore + ofOthers(own, ownBefore + 1)));
    }

    private int atOnce(AccountLine own) {
        return own.running() == 0 ? most : own.running();
    }

    /** Of more accounts than are looked at, the rest is taken to be like those. */
    private long ofOthers(@Nullable AccountLine own, int each) {
        long sum = 0;
        int seen = 0;
        for (var line : accounts.values()) {
            if (line != own) sum += Math.min(line.waiting(), each);
            if (++seen == LOOK_AT) return sum * accounts.size() / LOOK_AT;
        }
        return sum;
    }

    /** Those that run have half of their time before them, on average. */
    private double byEngine(long before) {
        long free = (long) most - running;
        return before < free ? 0 : 0.5 + (double) (before - free) / most;
    }
}
