package dev.safelight.server.http.body;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bodies that did not come at once, until when each may take, and how much all of them may hold:
 * many that stop short of their end must not fill the memory.
 */
public final class SlowBodies {
    private static final Duration TICK = Duration.ofSeconds(1);
    private final int longest;
    private final long most;
    private final Duration patience;
    private final InstantSource clock;
    private final ConcurrentHashMap<Late, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();

    /**
     * Bodies that are late, none of them yet.
     *
     * @param longest of one body that is not large, in bytes
     * @param most of all of them
     * @param patience how long each may take
     */
    public SlowBodies(int longest, long most, Duration patience, InstantSource clock) {
        this.longest = longest;
        this.most = most;
        this.patience = patience;
        this.clock = clock;
    }

    /** A body that did not come at once. */
    interface Late {
        /** Its time is up. */
        void expire();
    }

    /** What is counted for a body; changed only together with {@link #kept}, under its key. */
    private record Waiting(Instant until, int bytes) {}

    /**
     * Counts that so many bytes of a body are kept; false when there is no room for them. Large
     * ones leave half of it to the others. One that has ended meanwhile counts for nothing.
     */
    boolean keep(Late body, int bytes) {
        waiting.computeIfPresent(body, (known, before) -> {
            kept.addAndGet(bytes - before.bytes());
            return new Waiting(before.until(), bytes);
        });
        return kept.get() <= (bytes > longest ? most / 2 : most);
    }

    /** How many bytes all of them hold. */
    long kept() {
        return kept.get();
    }

    public int longest() {
        return longest;
    }

    public int size() {
        return waiting.size();
    }

    void await(Late body) {
        waiting.put(body, new Waiting(clock.instant().plus(patience), 0));
    }

    void forget(Late body) {
        waiting.computeIfPresent(body, (known, last) -> {
            kept.addAndGet(-last.bytes());
            return null;
        });
    }

    /** Ends those whose time is up. */
    public Instant step(Instant now) {
        waiting.forEach((body, last) -> {
            if (!last.until().isAfter(now)) body.expire();
        });
        return now.plus(TICK);
    }
}
