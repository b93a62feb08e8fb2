package dev.safelight.core.watch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Until when each watcher waits, the earliest first. Nobody is told here: whoever has a clock asks
 * who is due. Safe for use by many threads.
 *
 * @param <W> who waits
 */
public final class Deadlines<W> {
    private final ConcurrentSkipListMap<Deadline, W> watchers = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /**
     * One watcher's, by which it is found again.
     *
     * @param number its own, to tell it from those whose time is up at the same moment
     */
    public record Deadline(Instant until, long number) implements Comparable<Deadline> {
        @Override
        public int compareTo(Deadline other) {
            int byUntil = until.compareTo(other.until);
            return byUntil != 0 ? byUntil : Long.compare(number, other.number);
        }
    }

    /** From here on it waits, until it is removed. */
    public Deadline add(Instant until, W watcher) {
        var deadline = new Deadline(until, numbers.incrementAndGet());
        watchers.put(deadline, watcher);
        return deadline;
    }

    /** It waits no more; nothing happens when it did not. */
    public void remove(Deadline deadline) {
        watchers.remove(deadline);
    }

    /** Those whose time is up. They stay until they are removed. */
    public List<W> due(Instant now) {
        return List.copyOf(watchers.headMap(endOf(now), true).values());
    }

    /** When time is up for the first of those that are not due. */
    public Instant next(Instant now) {
        var next = watchers.higherKey(endOf(now));
        return next == null ? Instant.MAX : next.until;
    }

    /** All who wait. */
    public List<W> all() {
        return List.copyOf(watchers.values());
    }

    public int size() {
        return watchers.size();
    }

    private static Deadline endOf(Instant now) {
        return new Deadline(now, Long.MAX_VALUE);
    }
}
