package dev.safelight.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private static final VirtualTime TEN = new VirtualTime(10);

    @Test
    void grows_with_a_start_by_one_over_the_weight() {
        assertThat(VirtualTime.ZERO.afterStart(1)).isEqualTo(new VirtualTime(1));
        assertThat(TEN.afterStart(4)).isEqualTo(new VirtualTime(10.25));
        assertThat(TEN.afterStart(0.5)).isEqualTo(new VirtualTime(12));
    }

    @Test
    void of_a_heavier_account_is_as_far_after_more_starts() {
        var heavy = VirtualTime.ZERO;
        for (int i = 0; i < 4; i++) heavy = heavy.afterStart(4);
        assertThat(heavy).isEqualByComparingTo(VirtualTime.ZERO.afterStart(1));
    }

    @Test
    void of_an_account_that_comes_back_late_is_now() {
        assertThat(new VirtualTime(3).noEarlierThan(TEN)).isEqualTo(TEN);
    }

    @Test
    void of_an_account_that_has_had_more_is_not_forgotten() {
        assertThat(new VirtualTime(11).noEarlierThan(TEN)).isEqualTo(new VirtualTime(11));
    }

    @Test
    void of_whoever_has_had_the_least_comes_first() {
        assertThat(new VirtualTime(9.5)).isLessThan(TEN);
        assertThat(TEN.noEarlierThan(TEN)).isEqualByComparingTo(TEN);
    }
}
