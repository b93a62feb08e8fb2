package dev.safelight.store.schedule;

import dev.safelight.core.schedule.Turn;
import dev.safelight.core.schedule.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What an account has waiting for one engine, by key, and how much of the engine it has had.
 * Confined to the schedule's thread.
 */
final class AccountQueue<E> implements Comparable<AccountQueue<E>> {
    private final LiveAccount account;

    /** Those of all keys are gone through for the next turn, so a list serves as well as a map. */
    private final List<KeyQueue<E>> keys = new ArrayList<>(1);

    private VirtualTime time = VirtualTime.ZERO;

    /** Whether the engine lists it among those that may start something; the engine sets it. */
    boolean listed;

    /** What waits for the slots of one key; never empty between two calls. */
    private static final class KeyQueue<E> {
        private final Slots key;
        private final NavigableMap<Turn, E> waiting = new TreeMap<>();

        KeyQueue(Slots key) {
            this.key = key;
        }

        boolean isBefore(KeyQueue<E> other) {
            return waiting.firstKey().compareTo(other.waiting.firstKey()) < 0;
        }
    }

    AccountQueue(LiveAccount account) {
        this.account = account;
    }

    VirtualTime time() {
        return time;
    }

    /** Begins to wait again, at the engine's virtual time. */
    void comeBack(VirtualTime now) {
        time = time.noEarlierThan(now);
    }

    void add(Slots key, Turn turn, E entry) {
        var queue = find(key);
        if (queue == null) {
            queue = new KeyQueue<>(key);
            keys.add(queue);
        }
        if (queue.waiting.put(turn, entry) != null)
            throw new IllegalStateException("two entries with " + turn);
    }

    /** Waits again, and has its start back. */
    void takeBack(Slots key, Turn turn, E entry) {
        account.slots.give();
        key.give();
        time = time.beforeStart(account.weight());
        add(key, turn, entry);
    }

    void remove(Slots key, Turn turn) {
        var queue = find(key);
        if (queue == null || queue.waiting.remove(turn) == null)
            throw new IllegalStateException("nothing waits with " + turn);
        drop(queue);
    }

    private void drop(KeyQueue<E> queue) {
        if (queue.waiting.isEmpty()) keys.remove(queue);
    }

    private @Nullable KeyQueue<E> find(Slots key) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).key == key) return keys.get(i);
        }
        return null;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether the account and this key have a slot. */
    boolean isFree(Slots key) {
        return account.slots.isFree() && key.isFree();
    }

    /** Whether the account and one of its waiting keys have a slot. */
    boolean canStart() {
        if (!account.slots.isFree()) return false;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).key.isFree()) return true;
        }
        return false;
    }

    /** Whose turn it is among the keys that have a slot, or null. */
    @Nullable
    Turn nextTurn() {
        var queue = nextKey();
        return queue == null ? null : queue.waiting.firstKey();
    }

    private @Nullable KeyQueue<E> nextKey() {
        KeyQueue<E> best = null;
        for (int i = 0; i < keys.size(); i++) {
            var queue = keys.get(i);
            if (queue.key.isFree() && (best == null || queue.isBefore(best))) best = queue;
        }
        return best;
    }

    /** Takes out the one whose turn it is, with its slots of account and key. */
    E startNext() {
        var queue = nextKey();
        if (queue == null) throw new IllegalStateException("nothing can start");
        E entry = queue.waiting.pollFirstEntry().getValue();
        drop(queue);
        start(queue.key);
        return entry;
    }

    /** The same for one that need not wait. */
    void start(Slots key) {
        account.slots.take();
        key.take();
        time = time.afterStart(account.weight());
    }

    @Override
    public int compareTo(AccountQueue<E> other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : Long.compare(account.number, other.account.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account.number);
    }
}
