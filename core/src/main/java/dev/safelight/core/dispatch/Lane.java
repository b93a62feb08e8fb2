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

    private final int most;
    private int underWay;
    private int failures;
    private int putOff;
    private Instant restsUntil = Instant.MIN;

    /**
     * @param most at once
     */
    Lane(int most) {
        this.most = most;
    }

    boolean hasRoom(Instant now) {
        return underWay < (failures == 0 ? most : 1) && !now.isBefore(restsUntil);
    }

    Instant restsUntil() {
        return restsUntil;
    }

    void begin() {
        underWay++;
    }

    void end() {
        underWay--;
    }

    void succeeded() {
        failures = 0;
        putOff = 0;
        restsUntil = Instant.MIN;
    }

    void failed(Instant now) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 20));
        failures++;
        rest(now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest));
    }

    /** Nothing is sent before. */
    void rest(Instant until) {
        if (until.isAfter(restsUntil)) restsUntil = until;
    }

    /** How often something was put off since the last success, this time included. */
    int putOff() {
        return ++putOff;
    }

    /** Nothing has to be remembered. */
    boolean isForgotten() {
        return isIdle() && failures == 0;
    }

    boolean isIdle() {
        return underWay == 0;
    }
}
