package dev.safelight.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Time that only pauses move, and tokens that count. */
final class TestTime {
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    Environment environment() {
        return new Environment(nanos::get, this::pass, () -> "token-" + tokens.incrementAndGet());
    }

    /** Every pause that was asked for. */
    List<Duration> pauses() {
        return pauses;
    }

    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private void pass(Duration duration) {
        pauses.add(duration);
        advance(duration);
    }
}
