package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What cancelling does in each state. */
abstract class CancelContract extends StoreSituation {

    private Cancellation cancel(Principal who, TaskId task) {
        return scene.done(tasks().cancel(who.account(), task));
    }

    private void assertCancelledAndFree(TaskId task) {
        assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.CANCELLED);
        assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, CREDITS, 0, 0));
        assertThat(cancel(ann, task)).isEqualTo(Cancellation.TOO_LATE);
    }

    @Nested
    class WhileATaskWaits {
        @Test
        void it_ends_at_once_and_is_never_started() {
            var task = scene.accepted(order());
            assertThat(cancel(ann, task)).isEqualTo(Cancellation.CANCELLED);
            assertCancelledAndFree(task);
            var next = scene.accepted(order());
            assertThat(scene.claim(scene.worker(2), 2)).extracting(Lease::task).containsOnly(next);
        }

        @Test
        void its_slots_go_to_the_next_one_if_it_owned_them() {
            var worker = scene.worker(1);
            var ready = scene.accepted(order());
            var next = scene.accepted(order());
            cancel(ann, ready);
            assertThat(scene.claim(worker).task()).isEqualTo(next);
        }

        @Test
        void it_ends_at_once_between_two_attempts() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            assertThat(cancel(ann, lease.task())).isEqualTo(Cancellation.CANCELLED);
            scene.pass(Duration.ofSeconds(20));
            assertCancelledAndFree(lease.task());
        }
    }

    @Nested
    class WhileATaskRuns {
        @Test
        void it_releases_the_hold_and_refuses_the_late_result() {
            var lease = scene.running(order(), scene.worker(1));
            assertThat(cancel(ann, lease.task())).isEqualTo(Cancellation.CANCELLED);
            assertThat(scene.done(tasks().complete(lease, scene.result(1))))
                    .isEqualTo(WriteOutcome.LOST);
            assertCancelledAndFree(lease.task());
        }

        @Test
        void the_accounts_slot_is_free_at_once_and_the_engines_when_it_has_stopped() {
            var carl = scene.account(CREDITS, new KeyLimits(1, 0, 0));
            var worker = scene.worker(1);
            var painter = scene.worker("node-2", EngineName.ILLUSTRATOR, 1);
            var lease = scene.running(Order.by(carl), worker);
            var picture = scene.accepted(Order.by(carl).to(EngineName.ILLUSTRATOR));
            var sandbox = scene.accepted(order());
            cancel(carl, lease.task());
            var painted = scene.done(tasks().claim(painter, EngineName.ILLUSTRATOR, 1));
            assertThat(painted).extracting(Lease::task).containsExactly(picture);
            var claim = tasks().claim(worker, EngineName.SANDBOX, 1);
            scene.store().settle();
            assertThat(claim).isNotDone();
            assertThat(scene.done(tasks().stopped(lease))).isEqualTo(WriteOutcome.STORED);
            assertThat(scene.done(claim)).extracting(Lease::task).containsExactly(sandbox);
        }

        @Test
        void the_log_tells_once_when_the_engine_stopped() {
            var lease = scene.running(order(), scene.worker(1));
            assertThat(scene.done(tasks().stopped(lease))).isEqualTo(WriteOutcome.LOST);
            cancel(ann, lease.task());
            assertThat(scene.done(tasks().stopped(lease))).isEqualTo(WriteOutcome.STORED);
            assertThat(scene.done(tasks().stopped(lease))).isEqualTo(WriteOutcome.LOST);
            assertThat(scene.story(ann, lease.task()))
                    .endsWith(TaskEvent.Kind.CANCELLED, TaskEvent.Kind.STOPPED)
                    .hasSize(4);
            assertCancelledAndFree(lease.task());
        }

        @Test
        void the_engines_slot_is_free_when_its_worker_goes() {
            var lease = scene.running(order(), scene.worker(1));
            cancel(ann, lease.task());
            scene.pass(Scene.LEASE);
            assertThat(scene.done(tasks().stopped(lease))).isEqualTo(WriteOutcome.LOST);
            var next = scene.accepted(order());
            assertThat(scene.claim(scene.worker(1)).task()).isEqualTo(next);
        }
    }

    @Nested
    class AfterTheEnd {
        @Test
        void it_is_too_late() {
            var worker = scene.worker(2);
            var made = scene.running(order(), worker);
            scene.done(tasks().complete(made, scene.result(1)));
            assertThat(cancel(ann, made.task())).isEqualTo(Cancellation.TOO_LATE);
            assertThat(scene.status(ann, made.task())).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(scene.book(ann).spent()).isEqualTo(10);
            var broken = scene.running(order(), worker);
            scene.done(tasks().fail(broken, Scene.BROKEN, false));
            assertThat(cancel(ann, broken.task())).isEqualTo(Cancellation.TOO_LATE);
        }
    }

    @Nested
    class SomebodyElsesTask {
        @Test
        void is_not_there() {
            var task = scene.accepted(order());
            assertThat(cancel(scene.account(0), task)).isEqualTo(Cancellation.ABSENT);
            assertThat(scene.done(tasks().cancel(ann.account(), new TaskId(new Id(1, 1)))))
                    .isEqualTo(Cancellation.ABSENT);
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
        }
    }
}
