package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.contract.Scene;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What becomes of a batch whose commit fails, on either side of the fact. */
class FailingCommitTest extends FaultySituation {

    @Nested
    class ACommitThatFails {
        @Test
        void before_it_is_on_disk_is_made_again() {
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var sent = List.of(scene.send(order()), scene.send(order()));
            harness.settle();
            assertThat(sent).allSatisfy(answer -> Scene.ref(answer.join()));
            assertThat(scene.book(ann).held()).isEqualTo(20);
            assertThat(told).hasSize(2);
        }

        @Test
        void because_the_disk_takes_nothing_is_not_made_again() {
            gate.set(Gate.Next.FAIL_THE_WRITE, 1);
            var sent = List.of(scene.send(order()), scene.send(order()));
            harness.settle();
            for (var answer : sent) assertThat(faultOf(answer)).isEqualTo(StoreFault.Kind.BROKEN);
            assertThat(harness.opened().isHealthy()).isFalse();
            scene.accepted(order());
            assertThat(harness.opened().isHealthy()).isTrue();
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }

        @Test
        void of_one_thing_before_it_is_on_disk_is_told_and_leaves_nothing() {
            gate.set(Gate.Next.FAIL_BEFORE, 9);
            var sent = scene.send(order().under("k"));
            harness.step();
            gate.set(Gate.Next.PASS, 0);
            assertThat(faultOf(sent)).isEqualTo(StoreFault.Kind.BROKEN);
            assertThat(scene.book(ann).held()).isZero();
            assertThat(scene.submit(order().under("k"))).isInstanceOf(Submission.Accepted.class);
        }

        @Test
        void after_it_is_on_disk_is_answered_as_it_happened() {
            var worker = scene.worker(1);
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            gate.set(Gate.Next.FAIL_AFTER, 1);
            var sent = scene.send(order());
            var task = Scene.ref(scene.done(sent));
            assertThat(claim.join()).hasSize(1);
            assertThat(told).extracting(TaskChange::status).contains(TaskStatus.RUNNING);
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.RUNNING);
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, 990, 10, 0));
        }

        @Test
        void of_a_claim_alone_serves_it_again() {
            var worker = scene.worker(1);
            scene.accepted(order());
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            scene.pass(Duration.ofSeconds(1));
            assertThat(claim.join()).hasSize(1);
        }

        @Test
        void knows_afterwards_which_engines_have_not_stopped() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            gate.set(Gate.Next.FAIL_AFTER, 1);
            var cancelled = harness.tasks().cancel(ann.account(), lease.task());
            assertThat(scene.done(cancelled)).isEqualTo(Cancellation.CANCELLED);
            scene.accepted(order());
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            assertThat(claim).isNotDone();
            gate.set(Gate.Next.FAIL_AFTER, 1);
            assertThat(scene.done(harness.tasks().stopped(lease))).isEqualTo(WriteOutcome.STORED);
            assertThat(scene.done(claim)).hasSize(1);
        }
    }

    @Nested
    class WhenTheFileCannotBeOpenedAgain {
        /** The batch is on disk, or not, and nobody can tell. */
        private void fail(Gate.Next how, Runnable meanwhile) {
            gate.set(how, 1);
            unlink();
            harness.step();
            meanwhile.run();
            link();
            time.pass(Duration.ofSeconds(1));
            harness.settle();
        }

        @Test
        void callers_are_told_that_the_outcome_is_unknown_and_may_repeat() {
            var sent = scene.send(order().under("k"));
            fail(Gate.Next.FAIL_AFTER, () -> {
                assertThat(faultOf(sent)).isEqualTo(StoreFault.Kind.UNKNOWN);
                assertThat(harness.opened().isHealthy()).isFalse();
            });
            assertThat(harness.opened().isHealthy()).isTrue();
            assertThat(scene.submit(order().under("k"))).isInstanceOf(Submission.Replayed.class);
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }

        @Test
        void those_who_wait_for_the_end_hear_of_it_as_soon_as_it_is_known() {
            var task = scene.accepted(order());
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
            told.clear();
            var cancelled = harness.tasks().cancel(ann.account(), task);
            fail(Gate.Next.FAIL_AFTER, () -> assertThat(told).isEmpty());
            assertThat(faultOf(cancelled)).isEqualTo(StoreFault.Kind.UNKNOWN);
            assertThat(told).extracting(TaskChange::status).containsExactly(TaskStatus.CANCELLED);
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.CANCELLED);
        }

        @Test
        void a_claim_gets_what_was_started_for_it_as_soon_as_it_is_known() {
            var worker = scene.worker(1);
            var task = scene.accepted(order());
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            fail(Gate.Next.FAIL_AFTER, () -> assertThat(claim).isNotDone());
            assertThat(claim.join().getFirst().task()).isEqualTo(task);
            assertThat(scene.done(
                            harness.tasks().complete(claim.join().getFirst(), scene.result(1))))
                    .isEqualTo(WriteOutcome.STORED);
        }

        @Test
        void a_claim_goes_on_waiting_when_nothing_was_written() {
            var worker = scene.worker(1);
            scene.accepted(order());
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            fail(Gate.Next.FAIL_BEFORE, () -> assertThat(claim).isNotDone());
            assertThat(claim.join()).hasSize(1);
        }

        @Test
        void what_is_sent_meanwhile_is_refused_and_reads_go_on() {
            var task = scene.accepted(order());
            scene.status(ann, task);
            var _ = scene.send(order());
            fail(Gate.Next.FAIL_BEFORE, () -> {
                var late = scene.send(order());
                assertThat(harness.step()).isAfter(time.instant());
                assertThat(faultOf(late)).isEqualTo(StoreFault.Kind.BROKEN);
                var found = harness.reads().find(ann.account(), task);
                assertThat(found.join()).isPresent();
            });
            scene.accepted(order());
        }
    }
}
