package dev.safelight.core.dispatch;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deliveries that must not be begun once more: those under way, and those that ended while a read
 * was under way, for the read may show them as they were before. Confined to the thread that
 * dispatches.
 */
final class ActiveDeliveries {
    private final Set<Cursor> places = new HashSet<>();
    private final NavigableSet<Long> reads = new TreeSet<>();

    /** When each ended, in that order; only what a read that is under way may not know. */
    private final Map<Cursor, Long> ended = new LinkedHashMap<>();

    private final Map<Line, Integer> byLine = new HashMap<>();
    private long moment;

    void begin(Delivery delivery) {
        places.add(delivery.place());
        byLine.merge(delivery.line(), 1, Integer::sum);
    }

    void end(Delivery delivery) {
        var place = delivery.place();
        places.remove(place);
        byLine.computeIfPresent(delivery.line(), (line, count) -> count == 1 ? null : count - 1);
        if (reads.isEmpty()) return;
        ended.remove(place);
        ended.put(place, moment++);
    }

    /** How many of a line are under way: they stand in front of it until they are recorded. */
    int of(Line line) {
        return byLine.getOrDefault(line, 0);
    }

    /**
     * Something is read from here on.
     *
     * @return names the read
     */
    long beginRead() {
        reads.add(moment);
        return moment++;
    }

    void endRead(long read) {
        reads.remove(read);
        long first = reads.isEmpty() ? moment : reads.first();
        ended.values().removeIf(at -> at < first);
    }

    /** Those of a page that may be begun as the read showed them, so many at most. */
    List<Delivery> idle(List<Delivery> page, long read, int most) {
        return page.stream()
                .filter(delivery -> isIdle(delivery.place(), read))
                .limit(most)
                .toList();
    }

    /** Whether it may be begun as a read showed it. */
    boolean isIdle(Cursor place, long read) {
        var at = ended.get(place);
        return !places.contains(place) && (at == null || at < read);
    }
}
