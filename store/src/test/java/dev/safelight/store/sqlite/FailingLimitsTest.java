package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.task.Submission;
import dev.safelight.testkit.contract.Scene;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

/** What is in force, and what counts as spent, after a batch has failed. */
class FailingLimitsTest extends FaultySituation {
    private static final int MANY = 9;

    private CompletableFuture<LimitChange.Outcome> limitSlots(int slots) {
        return harness.limits()
                .change(new LimitChange.OfAccount(ann.account(), new AccountLimits(slots, 1)));
    }

    private void limitSpending(long credits) {
        var spend = new SpendLimits(new Credits(credits), Credits.ZERO, Credits.ZERO);
        scene.limit(ann, new KeyLimits(0, 0, 0, spend));
    }

    private void expectReady(int count) {
        for (int i = 0; i < MANY; i++) scene.accepted(order());
        assertThat(scene.claim(scene.worker(MANY), MANY)).hasSize(count);
    }

    private long used() {
        return harness.limits()
                .tightest(ann.key(), time.instant())
                .orElseThrow()
                .used()
                .amount();
    }

    @Nested
    class ALimit {
        @Test
        void in_a_batch_that_is_run_again_is_set_once_more() {
            var changed = limitSlots(2);
            var bad = somethingBad();
            harness.settle();
            assertThat(changed).isCompletedWithValue(LimitChange.Outcome.CHANGED);
            assertThat(bad).isCompletedExceptionally();
            expectReady(2);
        }

        /** The account itself is what cannot be written. */
        @Test
        void that_cannot_be_written_is_not_in_force() {
            harness.onWriter(db -> db.script("CREATE TRIGGER locked BEFORE UPDATE ON account BEGIN"
                    + " SELECT RAISE(ABORT, 'written'); END"));
            var changed = limitSlots(2);
            harness.settle();
            assertThat(changed).isCompletedExceptionally();
            expectReady(MANY);
        }

        /** It is known to the batch, and taken back with it. */
        @Test
        void of_a_batch_that_fails_at_its_end_is_not_in_force() {
            harness.onWriter(db -> db.script("CREATE TRIGGER locked BEFORE UPDATE ON clock WHEN"
                    + " (SELECT slots FROM account WHERE n=" + ann.account().number() + ")=2"
                    + " BEGIN SELECT RAISE(ABORT, 'written'); END"));
            var changed = limitSlots(2);
            harness.settle();
            assertThat(changed).isCompletedExceptionally();
            expectReady(MANY);
        }

        @Test
        void is_in_force_when_its_commit_failed_after_it_was_on_disk() {
            gate.set(Gate.Next.FAIL_AFTER, 1);
            assertThat(scene.done(limitSlots(2))).isEqualTo(LimitChange.Outcome.CHANGED);
            expectReady(2);
        }
    }

    @Nested
    class WhatIsSpent {
        @Test
        void in_a_batch_that_is_run_again_counts_once() {
            limitSpending(20);
            var first = scene.send(order());
            var bad = somethingBad();
            harness.settle();
            assertThat(first.join()).isInstanceOf(Submission.Accepted.class);
            assertThat(bad).isCompletedExceptionally();
            assertThat(used()).isEqualTo(10);
            scene.accepted(order());
            assertThat(scene.submit(order())).isInstanceOf(Submission.SpendLimitReached.class);
        }

        @Test
        void counts_once_however_its_commit_failed() {
            limitSpending(100);
            gate.set(Gate.Next.FAIL_AFTER, 1);
            Scene.ref(scene.done(scene.send(order())));
            assertThat(used()).isEqualTo(10);
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            Scene.ref(scene.done(scene.send(order())));
            assertThat(used()).isEqualTo(20);
        }

        @Test
        void is_shown_to_nobody_before_its_commit() {
            limitSpending(100);
            var seen = new long[1];
            listener = changes -> seen[0] = used();
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var task = Scene.ref(scene.done(scene.send(order())));
            assertThat(used()).isEqualTo(10);
            scene.done(harness.tasks().cancel(ann.account(), task));
            assertThat(used()).isZero();
            assertThat(seen[0]).as("as of the commit before").isEqualTo(10);
        }
    }
}
