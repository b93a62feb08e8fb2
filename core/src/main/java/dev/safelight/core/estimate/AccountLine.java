package dev.safelight.core.estimate;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one account has at one engine: how many run, and how many wait, by priority and by the
 * second of their submit. Confined to its {@link EngineLine}.
 */
final class AccountLine {
    private static final int PRIORITIES = 10;

    /** Seconds that are looked through at most; what stands before more of them is guessed. */
    private static final int LOOK_AT = 64;

    private final NavigableMap<QueuePosition, Integer> waiting = new TreeMap<>();
    private final int[] byPriority = new int[PRIORITIES];
    private int total;
    private int running;

    void add(QueuePosition position) {
        waiting.merge(position, 1, Integer::sum);
        byPriority[position.priority()]++;
        total++;
    }

    void remove(QueuePosition position) {
        Integer count = waiting.get(position);
        if (count == null) return;
        if (count == 1) waiting.remove(position);
        else waiting.put(position, count - 1);
        byPriority[position.priority()]--;
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
    int before(QueuePosition position) {
        int count = 0;
        for (int higher = position.priority() + 1; higher < PRIORITIES; higher++)
            count += byPriority[higher];
        return count + earlier(position);
    }

    private int earlier(QueuePosition position) {
        int count = 0;
        int seen = 0;
        var first = QueuePosition.firstOf(position.priority());
        for (int those : waiting.subMap(first, true, position, false).values()) {
            count += those;
            if (++seen == LOOK_AT) return Math.max(count, byPriority[position.priority()] / 2);
        }
        return count + Math.max(0, waiting.getOrDefault(position, 0) - 1) / 2;
    }
}
