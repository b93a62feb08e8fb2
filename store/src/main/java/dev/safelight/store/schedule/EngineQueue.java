package dev.safelight.store.schedule;

import dev.safelight.core.schedule.Turn;
import dev.safelight.core.schedule.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What goes to one engine. Weighted fair between accounts: an entry becomes ready when engine,
 * account and key all have a slot, and owns the three from then on, so that a worker that takes it
 * checks nothing. Confined to the schedule's thread.
 */
final class EngineQueue<E> {
    private final Consumer<E> becomesReady;
    private final SequencedSet<E> ready = new LinkedHashSet<>();

    /**
     * All queues that can start something. One that cannot may be among them, after its account
     * took its last slot at another engine: it is left out when it is met.
     */
    private final TreeSet<AccountQueue<E>> startable = new TreeSet<>();

    private VirtualTime now = VirtualTime.ZERO;
    private int capacity;
    private int limit;
    private int used;

    /**
     * @param limit slots at most, whatever workers bring; 0 means unlimited
     */
    EngineQueue(int limit, Consumer<E> becomesReady) {
        this.limit = limit;
        this.becomesReady = becomesReady;
    }

    /** Waits from here on, or is ready at once where nothing is before it. */
    void add(AccountQueue<E> queue, Slots key, Turn turn, E entry) {
        if (queue.isEmpty()) {
            queue.comeBack(now);
            if (hasRoom() && startable.isEmpty() && queue.isFree(key)) {
                now = queue.time();
                queue.start(key);
                own(entry);
                return;
            }
        }
        queue.add(key, turn, entry);
        list(queue);
        dispatch();
    }

    void remove(AccountQueue<E> queue, Slots key, Turn turn) {
        queue.remove(key, turn);
        list(queue);
    }

    /** Lists or strikes a queue, whichever is right now. */
    void list(AccountQueue<E> queue) {
        boolean can = queue.canStart();
        if (can == queue.listed) return;
        if (can) startable.add(queue);
        else startable.remove(queue);
        queue.listed = can;
    }

    /** Hands free slots to the accounts that have had the least. */
    void dispatch() {
        while (hasRoom() && !startable.isEmpty()) {
            var queue = startable.pollFirst();
            queue.listed = false;
            if (!queue.canStart()) continue;
            now = now.noEarlierThan(queue.time());
            own(queue.startNext());
            list(queue);
        }
    }

    private void own(E entry) {
        used++;
        ready.add(entry);
        becomesReady.accept(entry);
    }

    boolean hasRoom() {
        return used < room();
    }

    /** Whether more is used than may be, after its limit was lowered or workers went. */
    boolean isOver() {
        return used > room();
    }

    private int room() {
        return limit == 0 ? capacity : Math.min(limit, capacity);
    }

    /** Whether a queue that comes back would begin as it is, so that it can be forgotten. */
    boolean owesNothing(AccountQueue<E> queue) {
        return queue.isEmpty() && queue.time().compareTo(now) <= 0;
    }

    boolean hasReady() {
        return !ready.isEmpty();
    }

    /** The first that got its slots and was not taken yet, or null. */
    @Nullable
    E peekReady() {
        return ready.isEmpty() ? null : ready.getFirst();
    }

    /** It was taken, or ended before: it is ready no more. What it owns stays taken. */
    void takeReady(E entry) {
        if (!ready.remove(entry)) throw new IllegalStateException("not ready: " + entry);
    }

    /** What got its slots and was not taken yet, the last one first. */
    List<E> readyLastFirst() {
        return List.copyOf(ready.reversed());
    }

    /** It was ready and waits again. */
    void takeBack(AccountQueue<E> queue, Slots key, Turn turn, E entry) {
        takeReady(entry);
        giveSlot();
        // Its time changes, which is its place among the others.
        if (queue.listed) startable.remove(queue);
        queue.listed = false;
        queue.takeBack(key, turn, entry);
        list(queue);
    }

    void takeSlot() {
        used++;
    }

    void giveSlot() {
        if (--used < 0) throw new IllegalStateException("an engine's slot was given back twice");
    }

    void limit(int slots) {
        limit = slots;
    }

    void addCapacity(int slots) {
        if (capacity + slots < 0) throw new IllegalStateException("more slots go than came");
        capacity += slots;
    }
}
