package dev.safelight.store.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** When the clock changes which entry if nothing else does. Confined to the schedule's thread. */
final class Timers<T> {
    private final TreeSet<Entry<T>> timers = new TreeSet<>(byTime());

    private static <T> Comparator<Entry<T>> byTime() {
        return (a, b) -> {
            int byWake = a.wake.compareTo(b.wake);
            if (byWake != 0) return byWake;
            return Long.compare(a.place.turn().arrival(), b.place.turn().arrival());
        };
    }

    /** Sets an entry's only timer; {@link Instant#MAX} strikes it. */
    void wakeAt(Entry<T> entry, Instant wake) {
        if (wake.equals(entry.wake)) return;
        if (!entry.wake.equals(Instant.MAX)) timers.remove(entry);
        entry.wake = wake;
        if (!wake.equals(Instant.MAX)) timers.add(entry);
    }

    /** The earliest of all, or {@link Instant#MAX}. */
    Instant nextWake() {
        return timers.isEmpty() ? Instant.MAX : timers.first().wake;
    }

    /** Up to so many that are due, the earliest first; they stay due until their timers move. */
    List<Entry<T>> due(Instant now, int limit) {
        var due = new ArrayList<Entry<T>>();
        for (var entry : timers) {
            if (entry.wake.isAfter(now) || due.size() == limit) break;
            due.add(entry);
        }
        return due;
    }

    void clear() {
        timers.clear();
    }
}
