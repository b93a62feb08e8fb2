package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who gets which task, and when. */
abstract class ClaimContract extends StoreSituation {

    private static List<TaskId> tasks(List<Lease> leases) {
        return leases.stream().map(Lease::task).toList();
    }

    @Nested
    class AClaim {
        @Test
        void waits_until_there_is_a_task() {
            var worker = scene.worker(2);
            var claim = tasks().claim(worker, EngineName.SANDBOX, 2);
            scene.store().settle();
            assertThat(claim).isNotDone();
            var task = scene.accepted(order());
            assertThat(tasks(scene.done(claim))).containsExactly(task);
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.RUNNING);
        }

        @Test
        void gets_no_more_than_it_asked_for() {
            var worker = scene.worker(4);
            for (int i = 0; i < 4; i++) scene.accepted(order());
            assertThat(scene.claim(worker, 3)).hasSize(3);
            assertThat(scene.claim(worker, 3)).hasSize(1);
        }

        @Test
        void of_a_worker_that_leaves_is_answered_empty() {
            var worker = scene.worker(2);
            var claim = tasks().claim(worker, EngineName.SANDBOX, 2);
            scene.done(tasks().leave(worker));
            assertThat(scene.done(claim)).isEmpty();
        }

        @Test
        void of_a_worker_that_fell_silent_is_answered_empty() {
            var claim = tasks().claim(scene.worker(2), EngineName.SANDBOX, 2);
            scene.pass(Scene.LEASE);
            assertThat(scene.done(claim)).isEmpty();
        }

        @Test
        void of_a_worker_that_is_not_there_is_answered_empty_at_once() {
            assertThat(scene.done(tasks().claim(new WorkerId(99), EngineName.SANDBOX, 1)))
                    .isEmpty();
        }

        @Test
        void of_another_engine_gets_nothing_of_this_one() {
            var painter = scene.worker("node-2", EngineName.ILLUSTRATOR, 1);
            var claim = tasks().claim(painter, EngineName.ILLUSTRATOR, 1);
            scene.worker(1);
            scene.accepted(order());
            assertThat(claim).isNotDone();
        }
    }

    @Nested
    class TheTurn {
        @Test
        void is_the_oldest_ones_within_an_account() {
            var first = scene.accepted(order());
            var second = scene.accepted(order());
            assertThat(tasks(scene.claim(scene.worker(2), 2))).containsExactly(first, second);
        }

        @Test
        void is_that_of_the_higher_priority_within_an_account() {
            var usual = scene.accepted(order());
            var low = scene.accepted(order().withPriority(0));
            var high = scene.accepted(order().withPriority(9));
            assertThat(tasks(scene.claim(scene.worker(3), 3))).containsExactly(high, usual, low);
        }

        @Test
        void is_kept_by_a_task_that_is_attempted_again() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            var second = scene.accepted(order());
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            var next = scene.claim(worker);
            assertThat(next.task()).isEqualTo(second);
            scene.accepted(order());
            scene.pass(Duration.ofSeconds(2));
            scene.done(tasks().complete(next, scene.result(0)));
            assertThat(scene.claim(worker).task()).isEqualTo(lease.task());
        }

        @Test
        void counts_when_a_slot_of_the_account_comes_free() {
            var carl = scene.account(CREDITS, new KeyLimits(1, 0, 0));
            var worker = scene.worker(4);
            var lease = scene.running(Order.by(carl), worker);
            scene.accepted(Order.by(carl).withPriority(0));
            var high = scene.accepted(Order.by(carl).withPriority(9));
            scene.done(tasks().complete(lease, scene.result(0)));
            assertThat(tasks(scene.claim(worker, 4))).containsExactly(high);
        }
    }

    @Nested
    class Slots {
        @Test
        void of_the_engine_bound_what_runs_and_are_handed_on_at_the_end() {
            var worker = scene.worker(2);
            for (int i = 0; i < 3; i++) scene.accepted(order());
            var first = scene.claim(worker, 3);
            assertThat(first).hasSize(2);
            var claim = tasks().claim(worker, EngineName.SANDBOX, 3);
            scene.store().settle();
            assertThat(claim).isNotDone();
            var _ = tasks().complete(first.getFirst(), scene.result(0));
            assertThat(scene.done(claim)).hasSize(1);
        }

        @Test
        void of_the_account_bound_what_it_runs_and_leave_the_rest_to_others() {
            var carl = scene.account(CREDITS, new KeyLimits(2, 0, 0));
            for (int i = 0; i < 5; i++) scene.accepted(Order.by(carl));
            var anns = scene.accepted(order());
            var leases = scene.claim(scene.worker(8), 8);
            assertThat(leases).hasSize(3);
            assertThat(tasks(leases)).contains(anns);
        }

        @Test
        void of_the_account_are_handed_on_at_the_end() {
            var carl = scene.account(CREDITS, new KeyLimits(1, 0, 0));
            var worker = scene.worker(8);
            var order = new ArrayList<TaskId>();
            for (int i = 0; i < 4; i++) order.add(scene.accepted(Order.by(carl)));
            for (var task : order) {
                var lease = scene.claim(worker, 8);
                assertThat(tasks(lease)).containsExactly(task);
                scene.done(tasks().fail(lease.getFirst(), Scene.BROKEN, false));
            }
        }

        @Test
        void of_the_account_count_over_all_engines() {
            var carl = scene.account(CREDITS, new KeyLimits(1, 0, 0));
            var sandbox = scene.worker(4);
            var painter = scene.worker("node-2", EngineName.ILLUSTRATOR, 4);
            var lease = scene.running(Order.by(carl), sandbox);
            var picture = scene.accepted(Order.by(carl).to(EngineName.ILLUSTRATOR));
            var claim = tasks().claim(painter, EngineName.ILLUSTRATOR, 4);
            scene.store().settle();
            assertThat(claim).isNotDone();
            var _ = tasks().complete(lease, scene.result(0));
            assertThat(tasks(scene.done(claim))).containsExactly(picture);
        }

        @Test
        void of_a_worker_that_leaves_are_gone() {
            var worker = scene.worker(2);
            scene.accepted(order());
            scene.done(tasks().leave(worker));
            var claim = tasks().claim(scene.worker(1), EngineName.SANDBOX, 4);
            scene.accepted(order());
            assertThat(scene.done(claim)).hasSize(1);
        }
    }
}
