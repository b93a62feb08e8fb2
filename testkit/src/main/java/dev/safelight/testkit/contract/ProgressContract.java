package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How far a task is said to be: only a new attempt begins again. */
abstract class ProgressContract extends StoreSituation {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Lease reached(int percent) {
        var lease = scene.running(order().runningAtMost(LIMIT), scene.worker(1));
        scene.done(tasks().progress(lease, percent));
        return lease;
    }

    private void assertShown(TaskId task, TaskStatus status, int percent) {
        var view = scene.view(ann, task);
        assertThat(view.status()).isEqualTo(status);
        assertThat(view.progress()).isEqualTo(percent);
    }

    @Nested
    class OnceItHasEnded {
        @Test
        void by_a_cancel_it_stays() {
            var task = reached(21).task();
            scene.done(tasks().cancel(ann.account(), task));
            assertShown(task, TaskStatus.CANCELLED, 21);
        }

        @Test
        void by_its_deadline_it_stays() {
            var task = reached(70).task();
            scene.pass(LIMIT);
            assertShown(task, TaskStatus.FAILED, 70);
        }

        @Test
        void by_a_lasting_fault_it_stays() {
            var lease = reached(33);
            scene.done(tasks().fail(lease, Scene.BROKEN, false));
            assertShown(lease.task(), TaskStatus.FAILED, 33);
        }

        @Test
        void also_after_the_engine_has_stopped_and_a_restart() {
            var lease = reached(45);
            scene.done(tasks().cancel(ann.account(), lease.task()));
            scene.done(tasks().stopped(lease));
            scene.store().reopen();
            assertShown(lease.task(), TaskStatus.CANCELLED, 45);
        }

        @Test
        void well_it_is_a_hundred_and_without_a_start_nothing() {
            var lease = reached(5);
            scene.done(tasks().complete(lease, scene.result(1)));
            assertShown(lease.task(), TaskStatus.SUCCEEDED, 100);
            var waiting = scene.accepted(order());
            scene.done(tasks().cancel(ann.account(), waiting));
            assertShown(waiting, TaskStatus.CANCELLED, 0);
        }
    }

    @Nested
    class BetweenTwoAttempts {
        @Test
        void it_stays_until_the_next_one_starts() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.done(tasks().progress(lease, 64));
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            assertShown(lease.task(), TaskStatus.RETRYING, 64);
            scene.pass(Duration.ofSeconds(1));
            scene.claim(worker);
            assertShown(lease.task(), TaskStatus.RUNNING, 0);
        }

        @Test
        void a_cancel_keeps_the_last_ones() {
            var lease = reached(58);
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            scene.done(tasks().cancel(ann.account(), lease.task()));
            assertShown(lease.task(), TaskStatus.CANCELLED, 58);
        }

        @Test
        void a_lost_lease_and_a_restart_keep_it() {
            var lease = reached(12);
            scene.store().reopen();
            scene.worker(1);
            assertShown(lease.task(), TaskStatus.RETRYING, 12);
        }
    }
}
