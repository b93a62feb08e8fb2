package dev.safelight.server.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class SlowBodiesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private final SlowBodies bodies =
            new SlowBodies(1 << 20, 64L << 20, Duration.ofSeconds(20), () -> NOON);
    private final SlowBodies.Late body = () -> {};

    @Nested
    class WhileABodyTricklesIn {

        @Test
        void what_is_kept_of_it_is_counted_once() {
            bodies.await(body);
            assertThat(bodies.keep(body, 100)).isTrue();
            assertThat(bodies.keep(body, 300)).isTrue();
            assertThat(bodies.kept()).isEqualTo(300);
        }

        @Test
        void too_much_of_all_has_no_room() {
            bodies.await(body);
            assertThat(bodies.keep(body, (64 << 20) + 1)).isFalse();
        }

        @Test
        void a_large_one_leaves_half_of_the_room_to_others() {
            bodies.await(body);
            assertThat(bodies.keep(body, 32 << 20)).isTrue();
            assertThat(bodies.keep(body, (32 << 20) + 1)).isFalse();
            SlowBodies.Late small = () -> {};
            bodies.await(small);
            assertThat(bodies.keep(small, 1 << 20)).isTrue();
        }
    }

    @Nested
    class WhenTheClockEndsABodyAsMoreArrives {

        @Test
        void nothing_of_it_stays_counted() {
            bodies.await(body);
            assertThat(bodies.keep(body, 100)).isTrue();
            bodies.forget(body);
            assertThat(bodies.keep(body, 200)).isTrue();
            assertThat(bodies.kept()).isZero();
            assertThat(bodies.size()).isZero();
        }
    }
}
