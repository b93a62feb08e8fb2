package dev.safelight.core.ledger;

import static dev.safelight.core.ledger.SpendWindow.FIVE_HOURS;
import static dev.safelight.core.ledger.SpendWindow.ONE_DAY;
import static dev.safelight.core.ledger.SpendWindow.SEVEN_DAYS;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

class SpendingTest {
    /** A step begins here. */
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Spending spending = within(100, 0, 0);

    private static Spending within(long fiveHours, long oneDay, long sevenDays) {
        var limits = new SpendLimits(
                new Credits(fiveHours), new Credits(oneDay), new Credits(sevenDays));
        return Spending.of(limits, Collections.emptySortedMap());
    }

    private void spend(Instant submitted, long credits) {
        spending = spending.after(Spending.step(submitted), credits, submitted);
    }

    private long used(SpendWindow window, Instant now) {
        return spending.used(window, now).amount();
    }

    private SpentWindow exceeded(long needed, Instant now) {
        return Objects.requireNonNull(spending.exceeded(new Credits(needed), now));
    }

    private boolean fits(long needed, Instant now) {
        return spending.exceeded(new Credits(needed), now) == null;
    }

    @Nested
    class WhatWasSpent {
        @Test
        void counts_until_the_last_moment_of_its_step_has_left_the_window() {
            spend(NOON, 60);
            var end = NOON.plus(Spending.STEP).plus(FIVE_HOURS.length());
            assertThat(used(FIVE_HOURS, NOON)).isEqualTo(60);
            assertThat(used(FIVE_HOURS, end.minusMillis(1))).isEqualTo(60);
            assertThat(used(FIVE_HOURS, end)).isZero();
            assertThat(used(ONE_DAY, end)).isEqualTo(60);
            assertThat(used(SEVEN_DAYS, end.plus(Duration.ofDays(6)))).isEqualTo(60);
            assertThat(used(SEVEN_DAYS, end.plus(Duration.ofDays(7)))).isZero();
        }

        @Test
        void is_given_back_where_it_was_spent() {
            spend(NOON, 60);
            spend(NOON.plus(Duration.ofHours(1)), 30);
            spending = spending.after(Spending.step(NOON), -60, NOON.plus(Duration.ofHours(2)));
            assertThat(used(FIVE_HOURS, NOON.plus(Duration.ofHours(2)))).isEqualTo(30);
            assertThat(spending.in(Spending.step(NOON))).isZero();
        }

        @Test
        void is_forgotten_once_no_window_counts_it() {
            spend(NOON, 60);
            var later = NOON.plus(Duration.ofDays(8));
            spend(later, 1);
            assertThat(spending.in(Spending.step(NOON))).isZero();
            spending = spending.after(Spending.step(NOON), -60, later);
            assertThat(used(SEVEN_DAYS, later)).isEqualTo(1);
        }

        @Test
        void stays_when_limits_change() {
            spend(NOON, 60);
            spending = spending.with(within(50, 0, 0).limits());
            assertThat(exceeded(0, NOON).used()).isEqualTo(new Credits(60));
        }
    }

    @Nested
    class WhatDoesNotFit {
        @Test
        void is_told_when_enough_of_the_earliest_has_left() {
            spend(NOON, 30);
            spend(NOON.plus(Duration.ofHours(1)), 30);
            spend(NOON.plus(Duration.ofHours(2)), 40);
            var now = NOON.plus(Duration.ofHours(3));
            assertThat(exceeded(50, now))
                    .isEqualTo(new SpentWindow(
                            FIVE_HOURS,
                            new Credits(100),
                            new Credits(100),
                            NOON.plus(Duration.ofHours(6)).plus(Spending.STEP)));
            assertThat(fits(50, exceeded(50, now).resetsAt())).isTrue();
            assertThat(fits(50, exceeded(50, now).resetsAt().minusMillis(1))).isFalse();
        }

        @Test
        void in_several_windows_is_told_the_one_that_resets_last() {
            spending = within(100, 100, 500);
            spend(NOON, 100);
            assertThat(exceeded(1, NOON).window()).isEqualTo(ONE_DAY);
        }

        @Test
        void ever_is_told_a_windows_length() {
            assertThat(exceeded(101, NOON).resetsAt()).isEqualTo(NOON.plus(FIVE_HOURS.length()));
        }

        @Test
        void is_nothing_where_there_is_no_limit() {
            spending = within(0, 0, 0);
            spend(NOON, 1_000_000);
            assertThat(fits(1_000_000, NOON)).isTrue();
        }
    }

    @Nested
    class TheTightestWindow {
        @Test
        void is_the_one_with_the_least_left() {
            spending = within(100, 120, 0);
            spend(NOON.minus(Duration.ofHours(6)), 50);
            spend(NOON, 40);
            var tightest = Objects.requireNonNull(spending.tightest(NOON));
            assertThat(tightest.window()).isEqualTo(ONE_DAY);
            assertThat(tightest.left()).isEqualTo(new Credits(30));
            var leaves = NOON.minus(Duration.ofHours(6)).plus(ONE_DAY.length());
            assertThat(tightest.resetsAt()).isEqualTo(leaves.plus(Spending.STEP));
        }

        @Test
        void of_which_nothing_is_spent_is_whole_now() {
            assertThat(spending.tightest(NOON))
                    .isEqualTo(new SpentWindow(FIVE_HOURS, new Credits(100), Credits.ZERO, NOON));
        }

        @Test
        void is_none_without_a_limit() {
            assertThat(Spending.UNLIMITED.tightest(NOON)).isNull();
        }

        @Test
        void has_nothing_left_when_more_was_spent_than_may_be_now() {
            spend(NOON, 90);
            spending = spending.with(within(50, 0, 0).limits());
            assertThat(Objects.requireNonNull(spending.tightest(NOON)).left())
                    .isEqualTo(Credits.ZERO);
        }
    }

    @Nested
    class OverAKeysLife {
        private record Spent(Instant at, long credits) {}

        private final List<Spent> all = new ArrayList<>();

        private long since(Instant moment) {
            return all.stream()
                    .filter(spent -> spent.at().isAfter(moment))
                    .mapToLong(Spent::credits)
                    .sum();
        }

        private void live(Random random, Instant now) {
            long credits = 1L + random.nextInt(40);
            if (fits(credits, now)) {
                spend(now, credits);
                all.add(new Spent(now, credits));
            } else {
                assertThat(exceeded(credits, now).resetsAt()).isAfter(now);
            }
            if (random.nextInt(5) > 0 || all.isEmpty()) return;
            var back = all.removeLast();
            spending = spending.after(Spending.step(back.at()), -back.credits(), now);
        }

        /** Beside a list of all that was spent and not given back. */
        @Test
        void no_window_of_its_length_ever_holds_more_than_its_limit() {
            for (int seed = 0; seed < 10; seed++) {
                var random = new Random(seed);
                spending = within(100, 250, 700);
                all.clear();
                var now = NOON;
                for (int i = 0; i < 1_000; i++) {
                    now = now.plusSeconds(random.nextInt(1_500));
                    live(random, now);
                    for (var window : SpendWindow.values()) {
                        var from = now.minus(window.length());
                        assertThat(since(from))
                                .isLessThanOrEqualTo(
                                        spending.limits().of(window).amount());
                        assertThat(used(window, now))
                                .isBetween(since(from), since(from.minus(Spending.STEP)));
                    }
                }
            }
        }
    }
}
