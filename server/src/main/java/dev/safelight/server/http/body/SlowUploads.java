package dev.safelight.server.http.body;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bodies that do not come at once, and how much each has brought: one that brings too little in any
 * minute is ended, however long a steady one takes. Minutes are of the time in which a body is
 * waited for: what we take to read what has come is not its sender's.
 */
public final class SlowUploads {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final ConcurrentHashMap<Trickle, Minute> watched = new ConcurrentHashMap<>();

    public SlowUploads(InstantSource clock) {
        this.clock = clock;
    }

    private volatile boolean draining;

    /** A body that comes in. */
    interface Trickle {
        /** Bytes so far. */
        long taken();

        /** How many have to come in a minute. */
        long bytesAMinute();

        /** It is too slow. */
        void expire();
    }

    /**
     * A minute of waiting for a body.
     *
     * @param spent how much of it passed in earlier waits
     * @param before how much had come when it began
     * @param since when the body has been waited for, or null while it is not
     */
    private record Minute(
            Duration spent, long before, @Nullable Instant since) {
        // What came at once counts in the first minute.
        private static final Minute FIRST = new Minute(Duration.ZERO, 0, null);

        private Minute wait(Instant now) {
            return since == null ? new Minute(spent, before, now) : this;
        }

        private Minute rest(Instant now) {
            return since == null ? this : new Minute(spentBy(since, now), before, null);
        }

        private boolean isOver(Instant now) {
            return since != null && spentBy(since, now).compareTo(WINDOW) >= 0;
        }

        private Duration spentBy(Instant waiting, Instant now) {
            return spent.plus(Duration.between(waiting, now));
        }
    }

    /** It is waited for from now on. */
    void watch(Trickle body) {
        var now = clock.instant();
        watched.compute(body, (same, minute) -> (minute == null ? Minute.FIRST : minute).wait(now));
    }

    /** It has come, and the server has not read it yet. */
    void rest(Trickle body) {
        var now = clock.instant();
        watched.computeIfPresent(body, (same, minute) -> minute.rest(now));
    }

    void forget(Trickle body) {
        watched.remove(body);
    }

    /** The server stops: bodies that pause are not waited for. */
    public void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    public int size() {
        return watched.size();
    }

    /** Ends those that are too slow. */
    public Instant step(Instant now) {
        watched.forEach((body, minute) -> {
            if (!minute.isOver(now)) return;
            long taken = body.taken();
            if (taken - minute.before() < body.bytesAMinute()) body.expire();
            else watched.replace(body, minute, new Minute(Duration.ZERO, taken, now));
        });
        return now.plus(TICK);
    }
}
