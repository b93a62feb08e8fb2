package dev.safelight.core.worker;

import dev.safelight.core.engine.Stopped;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks one run to stop, once; the first reason counts. Safe for use by many threads. */
final class StopSignal {
    /** How long an engine may go on after it was asked to stop before somebody should know. */
    private static final Duration HANGS_AFTER = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final CompletableFuture<StopReason> reason = new CompletableFuture<>();
    private volatile Instant hangsFrom = Instant.MAX;

    StopSignal(InstantSource clock) {
        this.clock = clock;
    }

    void give(StopReason why) {
        if (reason.complete(why)) hangsFrom = clock.instant().plus(HANGS_AFTER);
    }

    boolean isGiven() {
        return reason.isDone();
    }

    Optional<StopReason> reason() {
        return isGiven() ? Optional.of(reason.join()) : Optional.empty();
    }

    boolean is(StopReason one) {
        return isGiven() && reason.join() == one;
    }

    /** Throws once the signal was given. */
    void check() throws Stopped {
        if (isGiven()) throw new Stopped();
    }

    /** Done once the signal was given. */
    CompletableFuture<?> given() {
        return reason;
    }

    /** Whether it was given long ago: a run that is still there hangs. */
    boolean isLongAgo(Instant now) {
        return !now.isBefore(hangsFrom);
    }
}
