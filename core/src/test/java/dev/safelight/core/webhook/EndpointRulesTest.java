package dev.safelight.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class EndpointRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final AttemptOutcome AGAIN = new AttemptOutcome.Again(NOW.plusSeconds(5));
    private static final AttemptOutcome GIVEN_UP = new AttemptOutcome.GivenUp();
    private static final AttemptOutcome DELIVERED = new AttemptOutcome.Delivered();

    @Test
    void it_fails_since_its_first_failure_until_a_success() {
        assertThat(EndpointRules.failing(AGAIN, null, NOW)).isEqualTo(NOW);
        var earlier = NOW.minusSeconds(9);
        assertThat(EndpointRules.failing(AGAIN, earlier, NOW)).isEqualTo(earlier);
        assertThat(EndpointRules.failing(GIVEN_UP, earlier, NOW)).isEqualTo(earlier);
        assertThat(EndpointRules.failing(DELIVERED, earlier, NOW)).isNull();
    }

    @Test
    void it_is_disabled_when_five_days_brought_nothing_but_failures() {
        var fiveDays = NOW.minus(Duration.ofDays(5));
        assertThat(EndpointRules.disable(AGAIN, fiveDays, NOW)).isEqualTo(DisableReason.FAILING);
        assertThat(EndpointRules.disable(GIVEN_UP, fiveDays, NOW)).isEqualTo(DisableReason.FAILING);
        assertThat(EndpointRules.disable(AGAIN, fiveDays.plusMillis(1), NOW)).isNull();
        assertThat(EndpointRules.disable(DELIVERED, null, NOW)).isNull();
    }

    @Test
    void it_is_disabled_at_once_when_it_says_that_it_is_gone() {
        assertThat(EndpointRules.disable(new AttemptOutcome.Gone(), NOW, NOW))
                .isEqualTo(DisableReason.GONE);
    }

    @Test
    void what_waited_when_it_was_enabled_leaves_it_room_for_as_much_again() {
        assertThat(EndpointRules.isOverfull(99, 0, 100)).isFalse();
        assertThat(EndpointRules.isOverfull(100, 0, 100)).isTrue();
        assertThat(EndpointRules.isOverfull(199, 100, 100)).isFalse();
        assertThat(EndpointRules.isOverfull(200, 100, 100)).isTrue();
    }
}
