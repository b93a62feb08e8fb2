package dev.safelight.store.sqlite;

import dev.safelight.core.tool.EngineName;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * What goes to one engine. Weighted fair between accounts: a task becomes ready when engine,
 * account and key all have a slot, and owns the three from then on, so that a claim checks nothing.
 * Confined to the writer thread.
 */
final class Lane {
    private static final int PRUNE_FROM = 1_024;

    final EngineName engine;

    /** Own their slots; in the order in which they got them. */
    final SequencedSet<Live> ready = new LinkedHashSet<>();

    /** Wait for something to be ready. They outlive a failed batch. */
    final ArrayDeque<Op.Claim> claims = new ArrayDeque<>();

    private final Map<Account, AccountQueue> queues = new HashMap<>();
    private final TreeSet<AccountQueue> startable = new TreeSet<>();
    private double virtualNow;
    private int pruneAt = PRUNE_FROM;
    private int capacity;
    private int used;

    Lane(EngineName engine) {
        this.engine = engine;
    }

    /** Puts a task into its account's queue. */
    void enqueue(Live live) {
        if (queues.size() >= pruneAt) prune();
        var queue = queues.computeIfAbsent(live.account, this::open);
        if (queue.isEmpty()) comeBack(queue);
        queue.add(live);
        live.place = Live.Place.WAITING;
        list(queue);
    }

    /** Drops the queues that would come back as they would begin: nothing is forgotten by that. */
    private void prune() {
        queues.values().removeIf(queue -> queue.isEmpty() && queue.virtualTime <= virtualNow);
        pruneAt = Math.max(PRUNE_FROM, 2 * queues.size());
    }

    private AccountQueue open(Account account) {
        return new AccountQueue(account, this, virtualNow);
    }

    /** Its absence earns it nothing, and what it had before is not forgotten. */
    private void comeBack(AccountQueue queue) {
        queue.virtualTime = Math.max(queue.virtualTime, virtualNow);
        queue.account.queues.add(queue);
    }

    /** Takes a task out of its account's queue. */
    void dequeue(Live live) {
        var queue = queues.get(live.account);
        if (queue == null) return;
        queue.remove(live);
        list(queue);
    }

    /** Lists or strikes a queue, whichever is right now. */
    void list(AccountQueue queue) {
        boolean can = queue.canStart();
        if (can && !queue.listed) startable.add(queue);
        if (!can && queue.listed) startable.remove(queue);
        queue.listed = can;
        if (queue.isEmpty()) queue.account.queues.remove(queue);
    }

    /** Hands free slots to whoever is furthest behind. */
    void dispatch() {
        while (used < capacity && !startable.isEmpty()) {
            var queue = startable.pollFirst();
            queue.listed = false;
            Live live = queue.best();
            if (live == null) throw new IllegalStateException("listed, but nothing can start");
            queue.remove(live);
            virtualNow = queue.virtualTime;
            queue.virtualTime += 1 / queue.account.weight;
            live.account.slots.take();
            live.key.take();
            takeSlot();
            live.place = Live.Place.READY;
            ready.add(live);
            list(queue);
            relist(live.account);
        }
    }

    /** The account's slots changed: its other queues may start more, or less. */
    static void relist(Account account) {
        for (int i = account.queues.size() - 1; i >= 0; i--) {
            var queue = account.queues.get(i);
            queue.lane.list(queue);
        }
    }

    void takeSlot() {
        used++;
    }

    void giveSlot() {
        if (--used < 0) throw new IllegalStateException("an engine's slot was given back twice");
    }

    void addCapacity(int slots) {
        capacity += slots;
    }
}
