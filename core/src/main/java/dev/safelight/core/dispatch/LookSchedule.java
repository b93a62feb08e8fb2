package dev.safelight.core.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * When to look which lines have something due: when something is known to be due, after a wake-up,
 * and now and then. Confined to the thread that dispatches.
 */
final class LookSchedule {
    /** However often one is wanted: it reads the beginning of each line. */
    static final Duration BETWEEN = Duration.ofMillis(200);

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Alarms alarms = new Alarms();
    private boolean isLooking;
    private Instant next = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    /** Something is due at a moment. */
    void at(Instant moment) {
        alarms.add(moment);
    }

    /** As soon as may be. */
    void soon() {
        var soonest = last.plus(BETWEEN);
        if (soonest.isBefore(next)) next = soonest;
    }

    /** Whether one is to be taken now, which then is under way. */
    boolean begin(Instant now) {
        if (alarms.take(now)) soon();
        if (isLooking || now.isBefore(next)) return false;
        isLooking = true;
        last = now;
        next = now.plus(AGAIN);
        return true;
    }

    void end() {
        isLooking = false;
    }

    /** When the next step is to be taken for them. */
    Instant next(Instant now) {
        var look = isLooking ? now.plus(AGAIN) : next;
        return look.isBefore(alarms.next()) ? look : alarms.next();
    }
}
