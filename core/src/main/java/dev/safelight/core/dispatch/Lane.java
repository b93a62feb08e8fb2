package dev.safelight.core.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * How it goes with one receiver: how much is under way to it, and how it took what came before.
 * After a failure one at a time is sent until a success, and there is a rest between them that
 * grows, so that a receiver that refuses at once and has a million waiting costs next to nothing.
 * Confined to the thread that dispatches.
 */
final class Lane {
    private static final Duration FIRST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** Without an answer for so long while it has no room, it is in the way of others. */
    private static final Duration SLOW = Duration.ofMillis(300);

    private static final Duration SLOW_GOES_BACK = Duration.ofSeconds(1);
    private static final Duration FAILED_GOES_BACK = Duration.ofSeconds(10);
    private static final Duration LONGEST_BACK = Duration.ofHours(1);

    private final int most;
    private int underWay;
    private int failures;
    private int putOff;
    private Instant restsUntil = Instant.MIN;
    private Instant movedAt = Instant.MIN;

    /**
     * @param most at once
     */
    Lane(int most) {
        this.most = most;
    }

    boolean hasRoom(Instant now) {
        return underWay < (failures == 0 ? most : 1) && !now.isBefore(restsUntil);
    }

    /** When one that has no room may have some, or is stuck; never if only an answer changes it. */
    Instant nextChange(Instant now) {
        if (now.isBefore(restsUntil)) return restsUntil;
        return isStuck(now) ? Instant.MAX : movedAt.plus(SLOW);
    }

    /** It has no room, and none is in sight. */
    boolean isStuck(Instant now) {
        return !hasRoom(now) && (failures > 0 || !now.isBefore(movedAt.plus(SLOW)));
    }

    void begin(Instant now) {
        underWay++;
        movedAt = now;
    }

    void end(Instant now) {
        underWay--;
        movedAt = now;
    }

    void succeeded() {
        failures = 0;
        putOff = 0;
        restsUntil = Instant.MIN;
    }

    void failed(Instant now) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 20));
        failures++;
        rest(now.plus(shorter(rest, LONGEST_REST)));
    }

    /** Nothing is sent before. */
    void rest(Instant until) {
        if (until.isAfter(restsUntil)) restsUntil = until;
    }

    /** For how long what waits for it goes back: each time longer until a success. */
    Duration putOff() {
        var step = failures == 0 ? SLOW_GOES_BACK : FAILED_GOES_BACK;
        return shorter(step.multipliedBy(++putOff), LONGEST_BACK);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Nothing has to be remembered. */
    boolean isForgotten() {
        return isIdle() && failures == 0;
    }

    boolean isIdle() {
        return underWay == 0;
    }
}
