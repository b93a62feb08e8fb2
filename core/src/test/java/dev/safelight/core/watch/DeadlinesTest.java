package dev.safelight.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class DeadlinesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant SOON = NOON.plusSeconds(1);

    private final Deadlines<String> deadlines = new Deadlines<>();

    @Test
    void nobody_is_due_while_nobody_waits() {
        assertThat(deadlines.due(NOON)).isEmpty();
        assertThat(deadlines.next(NOON)).isEqualTo(Instant.MAX);
        assertThat(deadlines.size()).isZero();
    }

    @Nested
    class WhileSomeWait {
        private final Deadlines.Deadline late = deadlines.add(SOON, "late");
        private final Deadlines.Deadline first = deadlines.add(NOON, "first");
        private final Deadlines.Deadline second = deadlines.add(NOON, "second");

        @Test
        void those_are_due_whose_time_is_up_in_the_order_of_time_and_coming() {
            assertThat(deadlines.due(NOON.minusNanos(1))).isEmpty();
            assertThat(deadlines.due(NOON)).containsExactly("first", "second");
            assertThat(deadlines.due(SOON)).containsExactly("first", "second", "late");
        }

        @Test
        void the_next_deadline_is_that_of_the_first_who_is_not_due() {
            assertThat(deadlines.next(NOON.minusNanos(1))).isEqualTo(NOON);
            assertThat(deadlines.next(NOON)).isEqualTo(SOON);
            assertThat(deadlines.next(SOON)).isEqualTo(Instant.MAX);
        }

        @Test
        void the_due_stay_until_they_are_removed() {
            assertThat(deadlines.due(NOON)).isEqualTo(deadlines.due(NOON));
            deadlines.remove(first);
            assertThat(deadlines.due(NOON)).containsExactly("second");
        }

        @Test
        void a_removal_takes_one_alone_and_may_come_twice() {
            deadlines.remove(second);
            deadlines.remove(second);
            deadlines.remove(late);
            assertThat(deadlines.all()).containsExactly("first");
            assertThat(deadlines.size()).isOne();
        }
    }
}
