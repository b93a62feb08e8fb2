package dev.safelight.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class DeliveryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final double MIDDLE = 0.5;
    private static final Answered SILENCE =
            new Answered.None(Duration.ofSeconds(15), "There was no answer.");

    private static Answered status(int status) {
        return status(status, null);
    }

    private static Answered status(int status, @Nullable Duration retryAfter) {
        return new Answered.Status(status, Duration.ofMillis(3), retryAfter, "");
    }

    private static Duration pause(int tries, Answered answered, double chance) {
        var outcome = DeliverySchedule.after(tries, answered, NOW, chance);
        assertThat(outcome).isInstanceOf(AttemptOutcome.Again.class);
        return Duration.between(NOW, ((AttemptOutcome.Again) outcome).due());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void what_is_taken_is_delivered(int status) {
        assertThat(DeliverySchedule.after(3, status(status), NOW, MIDDLE))
                .isEqualTo(new AttemptOutcome.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 301, 302, 307, 308, 400, 404, 409, 411, 429, 500, 503})
    void anything_else_is_tried_again(int status) {
        assertThat(pause(1, status(status), MIDDLE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void who_is_gone_is_gone_at_any_attempt() {
        assertThat(DeliverySchedule.after(1, status(410), NOW, MIDDLE))
                .isEqualTo(new AttemptOutcome.Gone());
        assertThat(DeliverySchedule.after(11, status(410), NOW, MIDDLE))
                .isEqualTo(new AttemptOutcome.Gone());
    }

    @Test
    void eleven_attempts_are_made_over_more_than_three_days() {
        var seconds = List.of(5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400);
        for (int tries = 1; tries <= 10; tries++)
            assertThat(pause(tries, SILENCE, MIDDLE))
                    .isEqualTo(Duration.ofSeconds(seconds.get(tries - 1)));
        assertThat(DeliverySchedule.after(11, SILENCE, NOW, MIDDLE))
                .isEqualTo(new AttemptOutcome.GivenUp());
        assertThat(DeliverySchedule.after(12, SILENCE, NOW, MIDDLE))
                .isEqualTo(new AttemptOutcome.GivenUp());
    }

    @Test
    void equal_pauses_differ_by_a_fifth_at_most() {
        assertThat(pause(2, SILENCE, 0)).isEqualTo(Duration.ofSeconds(48));
        assertThat(pause(2, SILENCE, Math.nextDown(1))).isEqualTo(Duration.ofSeconds(72));
    }

    @Test
    void a_receiver_is_left_alone_as_long_as_it_asks_and_never_shorter_than_else() {
        var asked = Duration.ofSeconds(30);
        assertThat(pause(1, status(503, asked), 1)).isEqualTo(asked);
        assertThat(pause(2, status(429, asked), 0)).isEqualTo(Duration.ofSeconds(48));
        assertThat(pause(1, status(503, Duration.ofSeconds(-9)), 0))
                .isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void nobody_may_ask_for_more_than_a_day() {
        assertThat(pause(1, status(503, Duration.ofDays(4_000)), MIDDLE))
                .isEqualTo(Duration.ofHours(24));
        assertThat(pause(10, status(503, Duration.ofDays(4_000)), 1))
                .isEqualTo(Duration.ofHours(24).multipliedBy(12).dividedBy(10));
    }
}
