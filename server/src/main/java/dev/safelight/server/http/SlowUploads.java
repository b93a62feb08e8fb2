package dev.safelight.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bodies that do not come at once, and how much each has brought: one that brings too little in any
 * minute is ended, however long a steady one takes. The first minute begins when a body is waited
 * for.
 */
final class SlowUploads {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final ConcurrentHashMap<Trickle, Minute> watched = new ConcurrentHashMap<>();

    SlowUploads(InstantSource clock) {
        this.clock = clock;
    }

    /** A body that comes in. */
    interface Trickle {
        /** Bytes so far. */
        long taken();

        /** How many have to come in a minute. */
        long bytesAMinute();

        /** It is too slow. */
        void expire();
    }

    /** How much had come when a minute began. */
    private record Minute(Instant end, long before) {}

    void watch(Trickle body) {
        // What came at once counts in the first minute.
        watched.put(body, new Minute(clock.instant().plus(WINDOW), 0));
    }

    void forget(Trickle body) {
        watched.remove(body);
    }

    int size() {
        return watched.size();
    }

    /** Ends those that are too slow. */
    Instant step(Instant now) {
        watched.forEach((body, minute) -> {
            if (minute.end().isAfter(now)) return;
            long taken = body.taken();
            if (taken - minute.before() < body.bytesAMinute()) body.expire();
            else watched.replace(body, minute, new Minute(now.plus(WINDOW), taken));
        });
        return now.plus(TICK);
    }
}
