package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.SteadyClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Test
    void passes_with_the_monotonic_clock_and_with_nothing_else() {
        var clock = new SteadyClock(NOON, Instant.EPOCH, nanos::get);
        assertThat(clock.instant()).isEqualTo(NOON);
        // The monotonic clock may even wrap around on the way.
        pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void begins_at_the_last_stored_instant_when_the_machines_clock_was_set_back() {
        var clock = new SteadyClock(NOON.minus(DAY), NOON, nanos::get);
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void begins_at_the_machines_clock_when_that_was_set_forward() {
        assertThat(new SteadyClock(NOON.plus(DAY), NOON, nanos::get).instant())
                .isEqualTo(NOON.plus(DAY));
    }
}
