package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.AttemptOutcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * How it goes with one receiver: how much is under way to it, and how it took what came before.
 * One at a time is sent until a success, so that many that hang hold few places. Between failures
 * there is a rest that grows, so that a receiver that refuses at once and has a million waiting
 * costs next to nothing. Confined to the thread that dispatches.
 */
final class ReceiverState {
    private static final Duration FIRST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** As long as a receiver may ask that nothing at all is sent to it. */
    private static final Duration LONGEST_LEFT_ALONE = Duration.ofHours(1);

    private static final Duration SLOW_PUT_OFF = Duration.ofSeconds(1);
    private static final Duration FAILED_PUT_OFF = Duration.ofSeconds(10);
    private static final Duration LONGEST_PUT_OFF = Duration.ofHours(1);

    /** One that took nothing for so long is in the way of others in its line. */
    private static final Duration STUCK_AFTER = Duration.ofMillis(300);

    private final int most;
    private int underWay;
    private boolean hasTaken;
    private int failures;
    private Instant restsUntil = Instant.MIN;
    private Instant leftAloneUntil = Instant.MIN;
    private Instant tookAt = Instant.MIN;
    private int putOffs;
    private Instant putOffIn = Instant.MIN;

    /**
     * One of which nothing is known.
     *
     * @param most at once, when it has taken what came before
     */
    ReceiverState(int most) {
        this.most = most;
    }

    /**
     * Whether something may be begun.
     *
     * @param isCrowded whether its account has much under way: then each gets one, for all that
     *     hang may have taken something before
     */
    boolean hasRoom(Instant now, boolean isCrowded) {
        return underWay < (hasTaken && !isCrowded ? most : 1) && !now.isBefore(restsUntil());
    }

    Instant restsUntil() {
        return later(restsUntil, leftAloneUntil);
    }

    /** From when on it counts as one that takes nothing, if it has no room until then. */
    Instant stuckFrom() {
        return tookAt.plus(STUCK_AFTER);
    }

    void begin(Instant now) {
        if (isIdle() && failures == 0) tookAt = now;
        underWay++;
    }

    void end() {
        underWay--;
    }

    /**
     * How an attempt ended.
     *
     * @param asked how long it wants to be left alone, or null
     */
    void took(AttemptOutcome outcome, @Nullable Duration asked, Instant now) {
        switch (outcome) {
            case AttemptOutcome.Delivered() -> succeeded(now);
            case AttemptOutcome.Again _, AttemptOutcome.GivenUp _, AttemptOutcome.Gone _ ->
                failed(now);
        }
        if (asked != null) leaveAlone(now, asked);
    }

    void succeeded(Instant now) {
        hasTaken = true;
        failures = 0;
        putOffs = 0;
        putOffIn = Instant.MIN;
        restsUntil = Instant.MIN;
        tookAt = now;
    }

    void failed(Instant now) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 20));
        hasTaken = false;
        failures++;
        rest(now.plus(shorter(rest, LONGEST_REST)));
    }

    /** Something could not be sent through no fault of its own; others follow in a moment. */
    void missed(Instant now) {
        rest(now.plus(FIRST_REST));
    }

    /** It asked for it; what it takes meanwhile changes nothing. */
    void leaveAlone(Instant now, Duration asked) {
        leftAloneUntil = later(leftAloneUntil, now.plus(shorter(asked, LONGEST_LEFT_ALONE)));
    }

    private void rest(Instant until) {
        restsUntil = later(restsUntil, until);
    }

    /** For how long what waits for it goes back; longer with each rest, not with each time. */
    Duration putOff() {
        if (putOffs == 0 || restsUntil.isAfter(putOffIn)) {
            putOffs++;
            putOffIn = restsUntil;
        }
        var step = failures == 0 ? SLOW_PUT_OFF : FAILED_PUT_OFF;
        return shorter(step.multipliedBy(putOffs), LONGEST_PUT_OFF);
    }

    /** It took what it was sent last; whoever forgets that sends it one at first, and no harm. */
    boolean isGood() {
        return hasTaken && leftAloneUntil.equals(Instant.MIN);
    }

    /** Nothing is known of it. */
    boolean isNew(Instant now) {
        return isIdle() && !hasTaken && failures == 0 && !now.isBefore(restsUntil());
    }

    boolean isIdle() {
        return underWay == 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
