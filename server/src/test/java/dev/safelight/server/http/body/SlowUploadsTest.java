package dev.safelight.server.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class SlowUploadsTest {
    private static final long LEAST = 960;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final SlowUploads uploads = new SlowUploads(() -> now);
    private final Body body = new Body();

    /** A body that a test lets come in. */
    private static final class Body implements SlowUploads.Trickle {
        private long taken;
        private boolean expired;

        @Override
        public long taken() {
            return taken;
        }

        @Override
        public long bytesAMinute() {
            return LEAST;
        }

        @Override
        public void expire() {
            expired = true;
        }
    }

    @BeforeEach
    void watch() {
        uploads.watch(body);
    }

    private void passSecond(long bringing) {
        body.taken += bringing;
        now = now.plusSeconds(1);
        uploads.step(now);
    }

    @Nested
    class ASteadyBody {
        @Test
        void takes_as_many_hours_as_it_likes() {
            for (int second = 0; second < 2 * 3_600; second++) passSecond(16);
            assertThat(body.expired).isFalse();
        }

        @Test
        void may_rest_within_a_minute() {
            for (int minute = 0; minute < 5; minute++) {
                for (int second = 0; second < 59; second++) passSecond(0);
                passSecond(LEAST);
            }
            assertThat(body.expired).isFalse();
        }
    }

    @Nested
    class ABodyThatDrips {
        @Test
        void has_a_minute_before_it_is_ended() {
            for (int second = 0; second < 59; second++) passSecond(1);
            assertThat(body.expired).isFalse();
            passSecond(1);
            assertThat(body.expired).isTrue();
        }

        @Test
        void is_ended_later_too_when_it_was_fast_at_first() {
            passSecond(1_000_000);
            for (int second = 0; second < 59; second++) passSecond(0);
            assertThat(body.expired).isFalse();
            for (int second = 0; second < 60; second++) passSecond(15);
            assertThat(body.expired).isTrue();
        }

        @Test
        void is_left_alone_once_it_has_ended() {
            uploads.forget(body);
            now = now.plus(Duration.ofMinutes(3));
            uploads.step(now);
            assertThat(body.expired).isFalse();
            assertThat(uploads.size()).isZero();
        }
    }
}
