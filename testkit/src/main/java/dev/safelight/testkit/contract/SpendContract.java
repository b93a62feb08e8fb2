package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.ledger.SpendWindow;
import dev.safelight.core.ledger.Spending;
import dev.safelight.core.ledger.SpentWindow;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskStatus;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** What a key may spend in a window of time. An order is for ten credits. */
abstract class SpendContract extends StoreSituation {
    private static final Duration WINDOW = SpendWindow.FIVE_HOURS.length();

    private static KeyLimits limits(long fiveHours) {
        return new KeyLimits(
                0, 0, 0, new SpendLimits(new Credits(fiveHours), Credits.ZERO, Credits.ZERO));
    }

    private static KeyLimits limits(long oneDay, long sevenDays) {
        return new KeyLimits(
                0,
                0,
                0,
                new SpendLimits(Credits.ZERO, new Credits(oneDay), new Credits(sevenDays)));
    }

    private Optional<SpentWindow> tightest() {
        return scene.store().limits().tightest(ann.key(), time.instant());
    }

    private long used() {
        return tightest().orElseThrow().used().amount();
    }

    private void refused(Principal who) {
        assertThat(scene.submit(Order.by(who))).isInstanceOf(Submission.SpendLimitReached.class);
    }

    private void spend(int times) {
        for (int i = 0; i < times; i++) scene.accepted(order());
    }

    private void succeed() {
        var lease = scene.running(order(), scene.worker(1));
        scene.done(tasks().complete(lease, scene.result(0)));
    }

    @Nested
    class AKeyThatIsLimited {
        @Test
        void spends_to_the_last_credit_and_is_told_when_there_is_more() {
            scene.limit(ann, limits(30));
            var first = time.instant();
            spend(1);
            scene.pass(Duration.ofHours(1));
            spend(2);
            var resets = first.plus(WINDOW).plus(Spending.STEP);
            assertThat(scene.submit(order()))
                    .isEqualTo(new Submission.SpendLimitReached(
                            SpendWindow.FIVE_HOURS, new Credits(30), new Credits(30), resets));
            assertThat(scene.book(ann).held()).isEqualTo(30);
            scene.pass(Duration.between(time.instant(), resets).minusMillis(1));
            refused(ann);
            scene.pass(Duration.ofMillis(1));
            spend(1);
            refused(ann);
        }

        @Test
        void is_refused_what_its_own_batch_has_spent() {
            scene.limit(ann, limits(20));
            var first = scene.send(order());
            var second = scene.send(order());
            var third = scene.send(order());
            scene.store().settle();
            Scene.ref(first.join());
            Scene.ref(second.join());
            assertThat(third.join()).isInstanceOf(Submission.SpendLimitReached.class);
        }

        @Test
        void still_repeats_what_came_before() {
            scene.limit(ann, limits(10));
            scene.accepted(order().under("k").called("a"));
            refused(ann);
            assertThat(scene.submit(order().under("k").called("a")))
                    .isInstanceOf(Submission.Replayed.class);
            assertThat(scene.submit(order().called("a"))).isInstanceOf(Submission.Existing.class);
        }

        @Test
        void limits_no_other() {
            var bob = scene.account(CREDITS);
            scene.limit(ann, limits(10));
            spend(1);
            refused(ann);
            scene.accepted(Order.by(bob));
            assertThat(scene.store().limits().tightest(bob.key(), time.instant()))
                    .isEmpty();
        }

        @Test
        void may_be_limited_from_the_start() {
            var bob = scene.account(CREDITS, limits(10));
            scene.accepted(Order.by(bob));
            refused(bob);
        }

        @Test
        void is_held_to_the_longer_windows_too() {
            scene.limit(ann, limits(20, 30));
            succeed();
            succeed();
            scene.pass(SpendWindow.ONE_DAY.length());
            refused(ann);
            scene.pass(Spending.STEP);
            succeed();
            scene.pass(Duration.ofDays(2));
            var reached = (Submission.SpendLimitReached) scene.submit(order());
            assertThat(reached.window()).isEqualTo(SpendWindow.SEVEN_DAYS);
            scene.pass(Duration.between(time.instant(), reached.resetsAt()));
            spend(1);
        }
    }

    @Nested
    class ItsWindow {
        @Test
        void keeps_what_a_success_cost() {
            scene.limit(ann, limits(10));
            succeed();
            assertThat(used()).isEqualTo(10);
            refused(ann);
        }

        @Test
        void gets_back_what_failed() {
            scene.limit(ann, limits(10));
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            refused(ann);
            scene.pass(Duration.ofSeconds(2));
            var again = scene.claim(scene.worker(1));
            scene.done(tasks().fail(again, Scene.BROKEN, false));
            assertThat(used()).isZero();
            spend(1);
        }

        @Test
        void gets_back_what_was_called_off() {
            scene.limit(ann, limits(10));
            var task = scene.accepted(order());
            refused(ann);
            scene.done(tasks().cancel(ann.account(), task));
            spend(1);
            refused(ann);
        }

        @Test
        void gets_back_what_the_clock_ended() {
            scene.limit(ann, limits(10));
            var task = scene.accepted(order().waitingAtMost(Duration.ofMinutes(10)));
            scene.pass(Duration.ofMinutes(10));
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.FAILED);
            assertThat(used()).isZero();
            spend(1);
        }

        @Test
        void has_nothing_back_of_a_success_that_came_before_a_cancel() {
            scene.limit(ann, limits(10));
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().complete(lease, scene.result(0)));
            scene.done(tasks().cancel(ann.account(), lease.task()));
            refused(ann);
        }
    }

    @Nested
    class AfterARestart {
        @Test
        void it_has_spent_what_it_had() {
            scene.limit(ann, limits(50));
            spend(2);
            var called = scene.accepted(order());
            scene.pass(Duration.ofMinutes(20));
            spend(1);
            scene.done(tasks().cancel(ann.account(), called));
            var before = tightest();
            scene.store().reopen();
            assertThat(tightest()).isEqualTo(before);
            assertThat(used()).isEqualTo(30);
            spend(2);
            refused(ann);
        }

        @Test
        void what_is_called_off_gives_back_what_it_took_before() {
            scene.limit(ann, limits(10));
            var task = scene.accepted(order());
            scene.store().reopen();
            scene.done(tasks().cancel(ann.account(), task));
            assertThat(used()).isZero();
        }
    }

    @Nested
    class AChange {
        @Test
        void counts_what_was_spent_before_there_was_a_limit() {
            var worker = scene.worker(3);
            spend(1);
            scene.pass(WINDOW.plusHours(1));
            var done = scene.accepted(order());
            for (var lease : scene.claim(worker, 2))
                if (lease.task().equals(done)) scene.done(tasks().complete(lease, scene.result(0)));
            var called = scene.accepted(order());
            scene.done(tasks().cancel(ann.account(), called));
            spend(1);
            scene.limit(ann, limits(30));
            assertThat(used()).isEqualTo(20);
            spend(1);
            refused(ann);
        }

        @Test
        void counts_what_its_own_batch_took_up_before_it() {
            var sent = scene.send(order());
            scene.limit(ann, limits(10));
            Scene.ref(sent.join());
            refused(ann);
        }

        @Test
        void gives_more_at_once() {
            scene.limit(ann, limits(10));
            spend(1);
            refused(ann);
            scene.limit(ann, limits(20));
            spend(1);
            refused(ann);
        }

        @Test
        void to_less_than_was_spent_refuses_until_enough_has_left() {
            scene.limit(ann, limits(50));
            spend(5);
            scene.limit(ann, limits(20));
            refused(ann);
            assertThat(tightest().orElseThrow().left()).isEqualTo(Credits.ZERO);
        }

        @Test
        void to_none_counts_nothing_any_more_and_forgets_nothing() {
            scene.limit(ann, limits(20));
            spend(2);
            scene.limit(ann, new KeyLimits(0, 0, 0));
            assertThat(tightest()).isEmpty();
            spend(3);
            scene.limit(ann, limits(60));
            assertThat(used()).isEqualTo(50);
            spend(1);
            refused(ann);
        }
    }
}
