package dev.safelight.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class LookScheduleTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private final LookSchedule looks = new LookSchedule();

    private static Instant after(int millis) {
        return START.plusMillis(millis);
    }

    /** Takes it if it is to be taken, and is done with it at once. */
    private boolean isTaken(Instant now) {
        boolean isTaken = looks.begin(now);
        if (isTaken) looks.end();
        return isTaken;
    }

    @Test
    void the_first_is_taken_at_once_and_the_next_after_half_a_minute() {
        assertThat(isTaken(START)).isTrue();
        assertThat(isTaken(after(29_999))).isFalse();
        assertThat(isTaken(after(30_000))).isTrue();
    }

    @Test
    void however_much_is_due_two_are_apart() {
        assertThat(isTaken(START)).isTrue();
        for (int millis = 10; millis < 200; millis += 10) {
            looks.at(after(millis - 10));
            assertThat(isTaken(after(millis))).isFalse();
            assertThat(looks.next(after(millis))).isEqualTo(after(200));
        }
        assertThat(isTaken(after(200))).isTrue();
        assertThat(isTaken(after(400))).isFalse();
    }

    @Test
    void one_that_is_wanted_while_one_is_under_way_follows_it() {
        assertThat(looks.begin(START)).isTrue();
        looks.soon();
        assertThat(looks.begin(after(500))).isFalse();
        looks.end();
        assertThat(looks.begin(after(500))).isTrue();
    }
}
