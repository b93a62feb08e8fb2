package dev.safelight.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bodies that did not come at once, until when each may take, and how much all of them may hold:
 * many that stop short of their end must not fill the memory.
 */
final class SlowBodies {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 64L << 20;
    private final int longest;
    private final Duration patience;
    private final InstantSource clock;
    private final ConcurrentHashMap<Body, Instant> waiting = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();

    SlowBodies(int longest, Duration patience, InstantSource clock) {
        this.longest = longest;
        this.patience = patience;
        this.clock = clock;
    }

    /** Counts bytes that are kept for a body; false when there is no room for them. */
    boolean keep(int bytes) {
        return kept.addAndGet(bytes) <= MOST_BYTES;
    }

    int longest() {
        return longest;
    }

    int size() {
        return waiting.size();
    }

    void await(Body body) {
        waiting.put(body, clock.instant().plus(patience));
    }

    void forget(Body body, int bytes) {
        if (waiting.remove(body) != null) kept.addAndGet(-bytes);
    }

    /** Ends those whose time is up. */
    Instant step(Instant now) {
        waiting.forEach((body, until) -> {
            if (!until.isAfter(now)) body.expire();
        });
        return now.plus(TICK);
    }
}
