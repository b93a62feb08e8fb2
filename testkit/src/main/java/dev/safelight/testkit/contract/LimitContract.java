package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.task.Lease;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How much may run at once, of an account, a key and an engine, and what a change does to that. */
abstract class LimitContract extends StoreSituation {
    private static final int MANY = 12;

    private void limitKey(Principal who, int slots) {
        scene.limit(who, new KeyLimits(slots, 0, 0));
    }

    private void accept(int many, Order order) {
        for (int i = 0; i < many; i++) scene.accepted(order);
    }

    /** Claims as many as there are ready; a claim for more stays behind. */
    private List<Lease> claimReady() {
        return scene.claim(scene.worker("node-1", EngineName.SANDBOX, MANY), MANY);
    }

    @Nested
    class SlotsOf {
        @Test
        void an_account_bound_all_its_tasks_together() {
            scene.limit(ann, 3, 1);
            accept(5, order());
            assertThat(claimReady()).hasSize(3);
        }

        @Test
        void a_key_bound_its_own() {
            limitKey(ann, 2);
            accept(5, order());
            assertThat(claimReady()).hasSize(2);
        }

        @Test
        void an_engine_bound_all_accounts_together() {
            scene.limit(EngineName.SANDBOX, 4);
            var bob = scene.account(CREDITS);
            accept(5, order());
            accept(5, Order.by(bob));
            assertThat(claimReady()).hasSize(4);
        }

        @Test
        void an_engine_bound_no_other_engine() {
            scene.limit(EngineName.ILLUSTRATOR, 1);
            accept(5, order());
            assertThat(claimReady()).hasSize(5);
        }

        @Test
        void an_engine_are_never_more_than_its_workers_take() {
            scene.limit(EngineName.SANDBOX, 100);
            accept(5, order());
            assertThat(scene.claim(scene.worker(2), 5)).hasSize(2);
        }

        @Test
        void an_engine_stay_taken_by_what_was_called_off_until_it_stops() {
            scene.limit(EngineName.SANDBOX, 1);
            var worker = scene.worker(MANY);
            var lease = scene.running(order(), worker);
            accept(1, order());
            var claim = tasks().claim(worker, EngineName.SANDBOX, 1);
            scene.done(tasks().cancel(ann.account(), lease.task()));
            assertThat(claim).isNotDone();
            scene.done(tasks().stopped(lease));
            assertThat(claim.join()).hasSize(1);
        }

        @Test
        void none_are_kept_by_what_is_between_two_attempts() {
            scene.limit(EngineName.SANDBOX, 1);
            limitKey(ann, 1);
            var worker = scene.worker(MANY);
            var lease = scene.running(order(), worker);
            accept(1, order());
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            var second = scene.claim(worker);
            assertThat(second.task()).isNotEqualTo(lease.task());
            scene.pass(Duration.ofSeconds(2));
            var claim = tasks().claim(worker, EngineName.SANDBOX, 1);
            scene.store().settle();
            assertThat(claim).isNotDone();
            scene.done(tasks().complete(second, scene.result(0)));
            assertThat(claim.join()).extracting(Lease::task).containsExactly(lease.task());
        }
    }

    @Nested
    class Raising {
        /** A worker that waits gets what becomes ready, in the transaction that makes it so. */
        private void wakes(int before, LimitChange change) {
            var worker = scene.worker(MANY);
            accept(5, order());
            assertThat(scene.claim(worker, MANY)).hasSize(before);
            var claim = tasks().claim(worker, EngineName.SANDBOX, MANY);
            scene.store().settle();
            assertThat(claim).isNotDone();
            scene.limit(change);
            assertThat(claim).isCompletedWithValueMatching(leases -> leases.size() == 5 - before);
        }

        @Test
        void an_accounts_slots_wakes_what_waits() {
            scene.limit(ann, 1, 1);
            wakes(1, new LimitChange.OfAccount(ann.account(), new AccountLimits(0, 1)));
        }

        @Test
        void a_keys_slots_wakes_what_waits() {
            limitKey(ann, 2);
            wakes(2, new LimitChange.OfKey(ann.key(), new KeyLimits(8, 0, 0)));
        }

        @Test
        void an_engines_slots_wakes_what_waits() {
            scene.limit(EngineName.SANDBOX, 2);
            wakes(2, new LimitChange.OfEngine(EngineName.SANDBOX, 0));
        }
    }

    @Nested
    class Lowering {
        /** Those that run finish; the next one starts when fewer than two run. */
        private void letsRunningOnesFinish(LimitChange change) {
            var worker = scene.worker(MANY);
            accept(6, order());
            var running = scene.claim(worker, 4);
            scene.limit(change);
            assertThat(running).hasSize(4);
            var claim = tasks().claim(worker, EngineName.SANDBOX, MANY);
            for (int i = 0; i < 2; i++) {
                scene.store().settle();
                assertThat(claim).isNotDone();
                scene.done(tasks().complete(running.get(i), scene.result(0)));
            }
            assertThat(claim).isNotDone();
            scene.done(tasks().complete(running.get(2), scene.result(0)));
            assertThat(claim).isCompletedWithValueMatching(leases -> leases.size() == 1);
        }

        @Test
        void an_accounts_slots_lets_running_ones_finish() {
            letsRunningOnesFinish(
                    new LimitChange.OfAccount(ann.account(), new AccountLimits(2, 1)));
        }

        @Test
        void a_keys_slots_lets_running_ones_finish() {
            letsRunningOnesFinish(new LimitChange.OfKey(ann.key(), new KeyLimits(2, 0, 0)));
        }

        @Test
        void an_engines_slots_lets_running_ones_finish() {
            letsRunningOnesFinish(new LimitChange.OfEngine(EngineName.SANDBOX, 2));
        }

        /** What was about to be claimed has not begun. */
        @Test
        void takes_back_what_nobody_has_claimed() {
            var worker = scene.worker(MANY);
            accept(6, order());
            scene.limit(ann, 2, 1);
            assertThat(scene.claim(worker, MANY)).hasSize(2);
        }

        @Test
        void gives_what_was_taken_back_to_others() {
            var bob = scene.account(CREDITS);
            var worker = scene.worker(4);
            accept(6, order());
            accept(6, Order.by(bob));
            scene.limit(ann, 1, 1);
            var claimed = scene.claim(worker, MANY);
            assertThat(claimed).hasSize(4).filteredOn(lease -> isOf(bob, lease)).hasSize(3);
        }

        private boolean isOf(Principal who, Lease lease) {
            return scene.done(scene.store().reads().find(who.account(), lease.task()))
                    .isPresent();
        }
    }

    @Nested
    class ALimit {
        @Test
        void holds_after_a_restart() {
            scene.limit(ann, 5, 7);
            limitKey(ann, 3);
            scene.limit(EngineName.SANDBOX, 2);
            accept(6, order());
            for (int i = 0; i < 2; i++) {
                var limits = scene.store().limits();
                assertThat(scene.done(limits.of(ann.account()))).contains(new AccountLimits(5, 7));
                assertThat(scene.done(limits.of(ann.key()))).contains(new KeyLimits(3, 0, 0));
                assertThat(scene.done(scene.store().registry().engines()))
                        .isEqualTo(Map.of(EngineName.SANDBOX, 2));
                scene.store().reopen();
            }
            assertThat(claimReady()).hasSize(2);
            scene.limit(EngineName.SANDBOX, 0);
            assertThat(scene.done(scene.store().registry().engines())).isEmpty();
        }

        @Test
        void is_in_force_for_what_its_batch_takes_up_next() {
            var worker = scene.worker(MANY);
            var changed = scene.store()
                    .limits()
                    .change(new LimitChange.OfAccount(ann.account(), new AccountLimits(1, 1)));
            for (int i = 0; i < 3; i++) {
                var _ = scene.send(order());
            }
            scene.store().settle();
            assertThat(changed).isCompletedWithValue(LimitChange.Outcome.CHANGED);
            assertThat(scene.claim(worker, MANY)).hasSize(1);
        }

        @Test
        void of_nobody_is_told_so() {
            var limits = scene.store().limits();
            var account = new AccountId(999);
            var key = new KeyId(999);
            var change = new LimitChange.OfAccount(account, new AccountLimits(1, 1));
            assertThat(scene.done(limits.change(change))).isEqualTo(LimitChange.Outcome.ABSENT);
            assertThat(scene.done(
                            limits.change(new LimitChange.OfKey(key, new KeyLimits(1, 0, 0)))))
                    .isEqualTo(LimitChange.Outcome.ABSENT);
            assertThat(scene.done(limits.of(account))).isEmpty();
            assertThat(scene.done(limits.of(key))).isEmpty();
        }

        @Test
        void on_what_a_key_may_ask_for_in_a_minute_is_known_with_the_key() {
            var limits = new KeyLimits(0, 11, 22);
            scene.limit(ann, limits);
            assertThat(scene.done(scene.store().limits().of(ann.key()))).contains(limits);
        }
    }
}
