package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class CircuitBreakerTest {
    private static final Logger LOG = Logger.getLogger(CircuitBreaker.class.getName());

    private final Flat meaning = new Flat();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(meaning, () -> now);
    private final List<LogRecord> logged = new ArrayList<>();

    @BeforeEach
    void listen() {
        LOG.setFilter(entry -> !logged.add(entry));
    }

    @AfterEach
    void leave() {
        LOG.setFilter(null);
    }

    private void isRefused() {
        assertThatThrownBy(() -> breaker.vector("a dog")).isInstanceOf(IOException.class);
    }

    @Test
    void tells_what_can_be_told() throws IOException {
        assertThat(breaker.vector("a dog").orElseThrow()).containsExactly(1, 0);
        assertThat(logged).isEmpty();
    }

    @Test
    void tries_once_a_minute_and_logs_once_while_nothing_can_be_told() {
        meaning.isBroken = true;
        for (int second = 0; second < 600; second++) {
            isRefused();
            now = now.plusSeconds(1);
        }
        assertThat(meaning.refused).isEqualTo(10);
        assertThat(logged).hasSize(1);
    }

    @Test
    void tells_again_a_minute_after_the_fault_has_gone_and_logs_the_next_one() throws IOException {
        meaning.isBroken = true;
        isRefused();
        meaning.isBroken = false;
        now = now.plusSeconds(59);
        isRefused();
        now = now.plusSeconds(1);
        for (int i = 0; i < 3; i++) assertThat(breaker.vector("a dog")).isPresent();
        meaning.isBroken = true;
        isRefused();
        assertThat(logged).hasSize(2);
    }
}
