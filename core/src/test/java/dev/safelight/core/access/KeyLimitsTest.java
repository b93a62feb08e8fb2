package dev.safelight.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;

import org.junit.jupiter.api.Test;

class KeyLimitsTest {
    private static final KeyLimits NONE = new KeyLimits(0, 0, 0);
    private static final KeyLimits SOME = new KeyLimits(3, 40, 500, spend(7, 0, 90));

    private static SpendLimits spend(long fiveHours, long oneDay, long sevenDays) {
        return new SpendLimits(new Credits(fiveHours), new Credits(oneDay), new Credits(sevenDays));
    }

    @Test
    void the_lesser_of_two_limits_bounds_and_zero_bounds_nothing() {
        assertThat(NONE.within(SOME)).isEqualTo(SOME);
        assertThat(SOME.within(NONE)).isEqualTo(SOME);
        assertThat(NONE.within(NONE)).isEqualTo(NONE);
        assertThat(SOME.within(new KeyLimits(2, 0, 600, spend(8, 5, 80))))
                .isEqualTo(new KeyLimits(2, 40, 500, spend(7, 5, 80)));
    }
}
