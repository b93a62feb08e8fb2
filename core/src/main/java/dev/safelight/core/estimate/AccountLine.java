package dev.safelight.core.estimate;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one account has at one engine: how many run, and how many wait, by priority and by the
 * second of their submit. Confined to its {@link EngineLine}.
 */
final class AccountLine {
    /** Seconds that are looked through at most; what stands before more of them is guessed. */
    private static final int LOOK_AT = 4_096;

    private final NavigableMap<Place, Integer> waiting = new TreeMap<>();
    private int total;
    private int running;

    void add(Place place) {
        waiting.merge(place, 1, Integer::sum);
        total++;
    }

    void remove(Place place) {
        Integer count = waiting.get(place);
        if (count == null) return;
        if (count == 1) waiting.remove(place);
        else waiting.put(place, count - 1);
        total--;
    }

    void begin() {
        running++;
    }

    void end() {
        if (running > 0) running--;
    }

    int waiting() {
        return total;
    }

    int running() {
        return running;
    }

    boolean isEmpty() {
        return total == 0 && running == 0;
    }

    /** How many are before one that waits; of those of its own second, half. */
    int before(Place place) {
        int count = 0;
        int seen = 0;
        var earlier = waiting.headMap(place, false);
        for (int those : earlier.values()) {
            count += those;
            if (++seen == LOOK_AT) return Math.max(count, total / 2);
        }
        return count + Math.max(0, waiting.getOrDefault(place, 0) - 1) / 2;
    }
}
