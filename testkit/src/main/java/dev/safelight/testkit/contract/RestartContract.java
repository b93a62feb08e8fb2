package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is still true after the process has ended and started again on the same data. */
abstract class RestartContract extends StoreSituation {

    @Nested
    class WhatWaited {
        @Test
        void waits_in_the_same_order() {
            var tasks = new ArrayList<TaskId>();
            for (int i = 0; i < 5; i++) tasks.add(scene.accepted(order()));
            var urgent = scene.accepted(order().withPriority(9));
            scene.store().reopen();
            tasks.addFirst(urgent);
            assertThat(scene.claim(scene.worker(9), 9)).extracting(Lease::task).isEqualTo(tasks);
        }

        @Test
        void keeps_its_queue_limit() {
            var task = scene.accepted(order().waitingAtMost(Duration.ofMinutes(1)));
            scene.pass(Duration.ofSeconds(50));
            scene.store().reopen();
            scene.pass(Duration.ofMillis(9_999));
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
            scene.pass(Duration.ofMillis(1));
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.FAILED);
        }

        @Test
        void between_two_attempts_becomes_due_at_its_time() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            scene.store().reopen();
            var claim = tasks().claim(scene.worker(1), EngineName.SANDBOX, 1);
            scene.pass(Duration.ofMillis(999));
            assertThat(claim).isNotDone();
            scene.pass(Duration.ofMillis(1));
            assertThat(scene.done(claim)).hasSize(1);
        }
    }

    @Nested
    class WhatRan {
        @Test
        void is_retried_as_soon_as_its_node_enters_again() {
            var lease = scene.running(order(), scene.worker(1));
            scene.store().reopen();
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RUNNING);
            var worker = scene.worker(1);
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RETRYING);
            assertThat(scene.done(tasks().complete(lease, scene.result(1))))
                    .isEqualTo(WriteOutcome.LOST);
            scene.pass(Duration.ofSeconds(1));
            var second = scene.claim(worker);
            assertThat(second.task()).isEqualTo(lease.task());
            assertThat(second.fence()).isGreaterThan(lease.fence());
        }

        @Test
        void is_retried_when_its_lease_is_over_if_its_node_never_comes_back() {
            var lease = scene.running(order(), scene.worker(1));
            scene.store().reopen();
            scene.worker("node-2", EngineName.SANDBOX, 1);
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RUNNING);
            scene.pass(Scene.LEASE);
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RETRYING);
        }

        @Test
        void keeps_its_hard_deadline_and_its_checkpoint() {
            var lease =
                    scene.running(order().runningAtMost(Duration.ofSeconds(30)), scene.worker(1));
            scene.done(tasks().checkpoint(lease, "{\"at\":7}"));
            scene.pass(Duration.ofSeconds(10));
            scene.store().reopen();
            var worker = scene.worker(1);
            scene.pass(Duration.ofSeconds(1));
            var second = scene.claim(worker);
            var job = scene.done(scene.store().jobs().of(List.of(second))).getFirst();
            assertThat(Objects.requireNonNull(job.checkpoint()).get("at").asInt())
                    .isEqualTo(7);
            assertThat(job.attempt()).isEqualTo(2);
            scene.done(tasks().heartbeat(worker, Duration.ofMinutes(1)));
            scene.pass(Duration.ofMillis(18_999));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RUNNING);
            scene.pass(Duration.ofMillis(1));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.FAILED);
        }

        @Test
        void still_has_its_slots_of_the_account() {
            var carl = scene.account(CREDITS, new KeyLimits(2, 0, 0));
            var earlier = scene.worker("node-1", EngineName.SANDBOX, 4);
            for (int i = 0; i < 4; i++) scene.accepted(Order.by(carl));
            scene.claim(earlier, 1);
            scene.store().reopen();
            var other = scene.worker("node-2", EngineName.SANDBOX, 4);
            assertThat(scene.claim(other, 4)).hasSize(1);
        }
    }

    @Nested
    class WhatEnded {
        @Test
        void reads_as_before() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.done(tasks().complete(lease, scene.result(2)));
            var broken = scene.running(order(), worker);
            scene.done(tasks().fail(broken, Scene.BROKEN, false));
            var view = scene.view(ann, lease.task());
            var failed = scene.view(ann, broken.task());
            var log = scene.log(ann, lease.task());
            var book = scene.book(ann);
            scene.store().reopen();
            assertThat(scene.view(ann, lease.task())).isEqualTo(view);
            assertThat(scene.view(ann, broken.task())).isEqualTo(failed);
            assertThat(scene.log(ann, lease.task())).isEqualTo(log);
            assertThat(scene.book(ann)).isEqualTo(book);
        }

        @Test
        void never_begins_again() {
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().complete(lease, scene.result(1)));
            scene.store().reopen();
            var next = scene.accepted(order());
            assertThat(scene.claim(scene.worker(2), 2)).extracting(Lease::task).containsOnly(next);
        }
    }
}
