package dev.safelight.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeSet;

class TurnTest {
    private static final Turn USUAL = new Turn(5, 100);

    @Test
    void of_the_higher_priority_comes_first_however_late_it_arrived() {
        assertThat(new Turn(6, Long.MAX_VALUE)).isLessThan(USUAL);
        assertThat(new Turn(4, Long.MIN_VALUE)).isGreaterThan(USUAL);
    }

    @Test
    void of_the_earlier_arrival_comes_first_within_a_priority() {
        assertThat(new Turn(5, 99)).isLessThan(USUAL);
        assertThat(new Turn(5, 101)).isGreaterThan(USUAL);
    }

    @Test
    void compares_extremes_without_overflow() {
        assertThat(new Turn(Integer.MAX_VALUE, 1)).isLessThan(new Turn(Integer.MIN_VALUE, 1));
        assertThat(new Turn(0, Long.MIN_VALUE)).isLessThan(new Turn(0, Long.MAX_VALUE));
    }

    @Test
    void is_the_same_only_where_both_are() {
        assertThat(new Turn(5, 100)).isEqualTo(USUAL).isEqualByComparingTo(USUAL);
        assertThat(new Turn(5, 100)).hasSameHashCodeAs(USUAL);
        assertThat(new Turn(4, 100)).isNotEqualTo(USUAL);
    }

    @Test
    void orders_a_queue() {
        var queue = new TreeSet<>(
                List.of(new Turn(0, 1), new Turn(5, 3), new Turn(9, 4), new Turn(5, 2)));
        assertThat(queue)
                .containsExactly(new Turn(9, 4), new Turn(5, 2), new Turn(5, 3), new Turn(0, 1));
    }
}
