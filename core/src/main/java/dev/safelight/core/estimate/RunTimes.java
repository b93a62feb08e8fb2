package dev.safelight.core.estimate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long the last successful runs of one kind took. Safe for use by many threads. */
final class RunTimes {
    /** Odd, so that one of them is in the middle; few, so that a faster machine soon shows. */
    private static final int KEPT = 31;

    private final long[] millis = new long[KEPT];
    private long count;

    synchronized void add(Duration took) {
        millis[(int) (count++ % KEPT)] = Math.max(0, took.toMillis());
    }

    /** The one in the middle; empty before the first. */
    synchronized Optional<Duration> median() {
        if (count == 0) return Optional.empty();
        long[] sorted = Arrays.copyOf(millis, (int) Math.min(count, KEPT));
        Arrays.sort(sorted);
        return Optional.of(Duration.ofMillis(sorted[sorted.length / 2]));
    }
}
