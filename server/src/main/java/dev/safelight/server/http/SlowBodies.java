package dev.safelight.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Bodies that did not come at once, and until when each may take. */
final class SlowBodies {
    private static final Duration TICK = Duration.ofSeconds(1);
    private final int longest;
    private final Duration patience;
    private final InstantSource clock;
    private final ConcurrentHashMap<Body, Instant> waiting = new ConcurrentHashMap<>();

    SlowBodies(int longest, Duration patience, InstantSource clock) {
        this.longest = longest;
        this.patience = patience;
        this.clock = clock;
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

    void forget(Body body) {
        waiting.remove(body);
    }

    /** Ends those whose time is up. */
    Instant step(Instant now) {
        waiting.forEach((body, until) -> {
            if (!until.isAfter(now)) body.expire();
        });
        return now.plus(TICK);
    }
}
