package dev.safelight.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class StorageMeterTest {
    private static final AccountId ACCOUNT = new AccountId(1);
    private static final AccountId OTHER = new AccountId(2);
    private static final long LIMIT = 1_000;

    private final StorageMeter meter = new StorageMeter();

    private StorageMeter.Share open(long stored) {
        var share = meter.open(ACCOUNT);
        share.learn(LIMIT, stored, share.mark());
        return share;
    }

    @Nested
    class WhileFilesComeIn {
        @Test
        void they_take_together_no_more_than_one_alone_might() {
            var one = open(300);
            var other = open(300);
            assertThat(one.take(400)).isTrue();
            assertThat(other.take(301)).isFalse();
            assertThat(other.take(300)).isTrue();
            assertThat(one.take(1)).isFalse();
        }

        @Test
        void a_piece_that_has_no_room_takes_none() {
            var share = open(0);
            assertThat(share.take(LIMIT + 1)).isFalse();
            assertThat(meter.arriving(ACCOUNT)).isZero();
            assertThat(share.take(LIMIT)).isTrue();
        }

        @Test
        void other_accounts_have_room_of_their_own() {
            assertThat(open(0).take(LIMIT)).isTrue();
            var other = meter.open(OTHER);
            other.learn(LIMIT, 0, other.mark());
            assertThat(other.take(LIMIT)).isTrue();
        }

        @Test
        void a_limit_of_zero_is_none() {
            var share = meter.open(ACCOUNT);
            share.learn(0, 5, share.mark());
            assertThat(share.fits(Long.MAX_VALUE)).isTrue();
        }

        @Test
        void a_file_that_is_larger_than_all_numbers_does_not_fit() {
            assertThat(open(10).fits(Long.MAX_VALUE)).isFalse();
        }

        @Test
        void the_refusal_counts_what_is_stored_and_what_comes_in() {
            open(300).take(400);
            assertThat(open(300).refusal()).isEqualTo(new UploadRefusal.OverQuota(LIMIT, 700));
        }
    }

    @Nested
    class WhenOneIsCut {
        @Test
        void its_room_is_given_back_once() {
            var kept = open(0);
            kept.take(100);
            var cut = open(0);
            cut.take(900);
            cut.close();
            cut.close();
            assertThat(meter.arriving(ACCOUNT)).isEqualTo(100);
            assertThat(kept.take(900)).isTrue();
        }

        @Test
        void it_takes_nothing_any_more() {
            open(0);
            var cut = open(0);
            cut.close();
            assertThat(cut.take(1)).isFalse();
            assertThat(meter.arriving(ACCOUNT)).isZero();
        }
    }

    @Nested
    class WhenOneIsStored {
        @Test
        void its_bytes_count_as_stored_and_not_as_coming() {
            var rest = open(0);
            var stored = open(0);
            stored.take(600);
            stored.settle();
            stored.settled(true);
            stored.close();
            assertThat(meter.arriving(ACCOUNT)).isZero();
            assertThat(rest.fits(400)).isTrue();
            assertThat(rest.fits(401)).isFalse();
        }

        @Test
        void a_reading_from_before_does_not_make_room_of_it() {
            var stored = open(0);
            var late = meter.open(ACCOUNT);
            long before = late.mark();
            stored.take(600);
            stored.settle();
            stored.settled(true);
            late.learn(LIMIT, 0, before);
            assertThat(late.fits(401)).isFalse();
        }

        @Test
        void a_reading_from_between_does_not_count_it_twice() {
            var stored = open(0);
            stored.take(600);
            stored.settle();
            var late = meter.open(ACCOUNT);
            late.learn(LIMIT, 600, late.mark());
            stored.settled(true);
            assertThat(late.fits(400)).isTrue();
        }

        @Test
        void a_later_reading_counts_again_and_may_be_less() {
            var stored = open(0);
            stored.take(600);
            stored.settle();
            stored.settled(true);
            var late = open(100);
            assertThat(late.fits(900)).isTrue();
        }

        @Test
        void one_that_the_store_refuses_gives_its_room_back() {
            var refused = open(0);
            refused.take(600);
            refused.settle();
            refused.settled(false);
            assertThat(refused.fits(LIMIT)).isTrue();
        }
    }

    /** Whoever reads what is taken between any two changes sees no more than the limit. */
    @Test
    void many_at_once_never_take_more_than_the_limit_and_give_all_of_it_back() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int seed = 0; seed < 64; seed++) all.add(taking(new Random(seed)));
            for (var one : threads.invokeAll(all)) assertThat(one.get()).isTrue();
        }
        assertThat(meter.arriving(ACCOUNT)).isZero();
    }

    private Callable<Boolean> taking(Random random) {
        return () -> {
            boolean kept = true;
            for (int round = 0; round < 200; round++) {
                try (var share = open(0)) {
                    while (share.take(1 + random.nextInt(50)))
                        kept &= meter.arriving(ACCOUNT) <= LIMIT;
                }
            }
            return kept;
        };
    }
}
