package dev.safelight.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Moments at which something is known to be due. Bounded: what is forgotten is found by the look
 * that is taken now and then anyway. Confined to the thread that dispatches.
 */
final class Alarms {
    private static final int MOST = 1_024;
    private static final Duration GRAIN = Duration.ofMillis(10);

    private final NavigableSet<Instant> moments = new TreeSet<>();

    void add(Instant moment) {
        // Equal moments are one, and none is before what is due at it.
        long past = moment.toEpochMilli() % GRAIN.toMillis();
        moments.add(moment.truncatedTo(ChronoUnit.MILLIS).plus(GRAIN).minusMillis(past));
        if (moments.size() > MOST) moments.pollLast();
    }

    /** Whether any has come; those that have are forgotten. */
    boolean take(Instant now) {
        var come = moments.headSet(now, true);
        boolean any = !come.isEmpty();
        come.clear();
        return any;
    }

    Instant next() {
        return moments.isEmpty() ? Instant.MAX : moments.first();
    }
}
