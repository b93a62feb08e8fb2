package dev.safelight.store.sqlite;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an account has waiting in one lane, by key. Its virtual time grows with every start, slower
 * for a heavier account; the queue that is furthest behind goes first. Confined to the writer
 * thread.
 */
final class AccountQueue implements Comparable<AccountQueue> {
    final Account account;
    final Lane lane;
    double virtualTime;

    /** Whether the lane lists it among those that may start something. */
    boolean listed;

    private final Map<Slots, TreeSet<Live>> byKey = new HashMap<>(2);

    AccountQueue(Account account, Lane lane, double virtualTime) {
        this.account = account;
        this.lane = lane;
        this.virtualTime = virtualTime;
    }

    void add(Live live) {
        byKey.computeIfAbsent(live.key, key -> new TreeSet<>(Live::byTurn)).add(live);
    }

    void remove(Live live) {
        var waiting = byKey.get(live.key);
        if (waiting == null || !waiting.remove(live)) return;
        if (waiting.isEmpty()) byKey.remove(live.key);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** Whether the account and one of its waiting keys have a slot. */
    boolean canStart() {
        return account.slots.isFree() && best() != null;
    }

    /** Whose turn it is among the keys that have a slot. */
    @Nullable
    Live best() {
        Live best = null;
        for (var entry : byKey.entrySet()) {
            if (!entry.getKey().isFree()) continue;
            Live first = entry.getValue().first();
            if (best == null || Live.byTurn(first, best) < 0) best = first;
        }
        return best;
    }

    @Override
    public int compareTo(AccountQueue other) {
        int byTime = Double.compare(virtualTime, other.virtualTime);
        return byTime != 0 ? byTime : Long.compare(account.number, other.account.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account.number);
    }
}
