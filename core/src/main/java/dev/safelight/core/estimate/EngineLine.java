package dev.safelight.core.estimate;

import dev.safelight.core.id.AccountId;

import java.util.HashMap;
import java.util.Map;

/**
 * What waits and runs at one engine. How many it runs at once is what it was seen to run at once.
 * Safe for use by many threads.
 */
final class EngineLine {
    private final Map<AccountId, AccountLine> accounts = new HashMap<>();
    private int running;
    private int most = 1;

    synchronized void add(AccountId account, Place place) {
        accounts.computeIfAbsent(account, number -> new AccountLine()).add(place);
    }

    synchronized void remove(AccountId account, Place place) {
        var line = accounts.get(account);
        if (line == null) return;
        line.remove(place);
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
    synchronized double runsBefore(AccountId account, Place place) {
        var own = accounts.get(account);
        int ownBefore = own == null ? 0 : own.before(place);
        long before = ownBefore;
        for (var line : accounts.values())
            if (line != own) before += Math.min(line.waiting(), ownBefore + 1);
        double byAccount = own == null ? 0 : (double) ownBefore / Math.max(1, own.running());
        return Math.max(byAccount, byEngine(before));
    }

    /** Those that run have half of their time before them, on average. */
    private double byEngine(long before) {
        long free = (long) most - running;
        return before < free ? 0 : 0.5 + (double) (before - free) / most;
    }
}
