package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Job;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** What a worker may write, and for how long. */
abstract class LeaseContract extends StoreSituation {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Everything that a worker can write about a task. */
    private List<CompletableFuture<WriteOutcome>> writes(Lease lease) {
        return List.of(
                tasks().progress(lease, 50),
                tasks().checkpoint(lease, "{}"),
                tasks().complete(lease, scene.result(1)),
                tasks().fail(lease, Scene.BROKEN, true),
                tasks().fail(lease, Scene.BROKEN, false),
                tasks().giveBack(lease),
                tasks().stopped(lease));
    }

    private void assertAllLost(Lease lease) {
        var book = scene.book(ann);
        var log = scene.log(ann, lease.task());
        var answers = writes(lease);
        scene.store().settle();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(WriteOutcome.LOST);
        assertThat(scene.book(ann)).isEqualTo(book);
        assertThat(scene.log(ann, lease.task())).isEqualTo(log);
    }

    private Job job(Lease lease) {
        return scene.done(scene.store().jobs().of(List.of(lease))).getFirst();
    }

    @Nested
    class WhileItIsHeld {
        @Test
        void progress_is_written() {
            var lease = scene.running(order(), scene.worker(1));
            assertThat(scene.done(tasks().progress(lease, 40))).isEqualTo(WriteOutcome.STORED);
            assertThat(scene.view(ann, lease.task()).progress()).isEqualTo(40);
            assertThat(scene.done(tasks().progress(lease, 70))).isEqualTo(WriteOutcome.STORED);
            assertThat(scene.view(ann, lease.task()).progress()).isEqualTo(70);
        }

        @Test
        void heartbeats_keep_it() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            for (int beat = 0; beat < 6; beat++) {
                scene.pass(Scene.LEASE.minusSeconds(1));
                assertThat(scene.done(tasks().heartbeat(worker, Scene.LEASE)))
                        .isEqualTo(WriteOutcome.STORED);
            }
            assertThat(scene.done(tasks().progress(lease, 40))).isEqualTo(WriteOutcome.STORED);
        }

        @Test
        void a_checkpoint_is_there_for_the_next_attempt_and_not_in_the_log() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            assertThat(job(lease).checkpoint()).isNull();
            scene.done(tasks().checkpoint(lease, "{\"at\":1}"));
            assertThat(scene.done(tasks().checkpoint(lease, "{\"at\":2}")))
                    .isEqualTo(WriteOutcome.STORED);
            assertThat(scene.story(ann, lease.task()))
                    .containsExactly(TaskEvent.Kind.SUBMITTED, TaskEvent.Kind.STARTED);
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            scene.pass(FIRST_PAUSE);
            var next = job(scene.claim(worker));
            assertThat(Objects.requireNonNull(next.checkpoint()).get("at").asInt())
                    .isEqualTo(2);
            assertThat(next.attempt()).isEqualTo(2);
        }
    }

    @Nested
    class OnceTheWorkerIsSilentForAsLongAsTheLease {
        @Test
        void the_task_waits_for_its_next_attempt_and_every_late_write_is_refused() {
            var lease = scene.running(order(), scene.worker(1));
            scene.pass(Scene.LEASE.minusMillis(1));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RUNNING);
            scene.pass(Duration.ofMillis(1));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RETRYING);
            assertAllLost(lease);
        }

        @Test
        void another_worker_gets_it_and_every_late_write_is_refused() {
            var lease = scene.running(order(), scene.worker(1));
            scene.pass(Scene.LEASE);
            var other = scene.worker("node-2", EngineName.SANDBOX, 1);
            scene.pass(FIRST_PAUSE);
            var second = scene.claim(other);
            assertThat(second.task()).isEqualTo(lease.task());
            assertThat(second.fence()).isGreaterThan(lease.fence());
            assertAllLost(lease);
            assertThat(scene.done(tasks().complete(second, scene.result(1))))
                    .isEqualTo(WriteOutcome.STORED);
            assertAllLost(lease);
            assertAllLost(second);
        }

        @Test
        void its_heartbeat_tells_it_to_enter_again() {
            var worker = scene.worker(1);
            scene.pass(Scene.LEASE);
            assertThat(scene.done(tasks().heartbeat(worker, Scene.LEASE)))
                    .isEqualTo(WriteOutcome.LOST);
            assertThat(scene.done(tasks().leave(worker))).isEqualTo(WriteOutcome.LOST);
            assertThat(scene.done(tasks().heartbeat(new WorkerId(99), Scene.LEASE)))
                    .isEqualTo(WriteOutcome.LOST);
        }

        @Test
        void it_counts_as_an_attempt_and_the_third_is_the_last() {
            var task = scene.accepted(order());
            for (int attempt = 1; attempt <= 3; attempt++) {
                var lease = scene.claim(scene.worker(1));
                assertThat(job(lease).attempt()).isEqualTo(attempt);
                scene.pass(Scene.LEASE);
                scene.pass(Duration.ofSeconds(10));
            }
            assertThat(scene.view(ann, task).state())
                    .isInstanceOfSatisfying(
                            TaskState.Failed.class,
                            failed -> assertThat(failed.failure().code())
                                    .isEqualTo(FailureCode.LEASE_LOST));
            assertThat(scene.book(ann).held()).isZero();
        }
    }

    @Nested
    class WhenItIsGivenBack {
        @Test
        void the_task_is_due_at_once_and_the_attempt_does_not_count() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            for (int drain = 0; drain < 5; drain++) {
                assertThat(scene.done(tasks().giveBack(lease))).isEqualTo(WriteOutcome.STORED);
                assertAllLost(lease);
                lease = scene.claim(worker);
                assertThat(job(lease).attempt()).isEqualTo(1);
            }
            assertThat(scene.done(tasks().complete(lease, scene.result(0))))
                    .isEqualTo(WriteOutcome.STORED);
        }
    }

    @Nested
    class WhenTheNodeEntersAgain {
        @Test
        void the_leases_of_its_earlier_boot_end_at_once() {
            var lease = scene.running(order(), scene.worker(1));
            scene.worker(1);
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RETRYING);
            assertAllLost(lease);
        }

        @Test
        void those_of_other_nodes_go_on() {
            var lease = scene.running(order(), scene.worker(1));
            scene.worker("node-2", EngineName.SANDBOX, 1);
            assertThat(scene.done(tasks().progress(lease, 40))).isEqualTo(WriteOutcome.STORED);
        }
    }
}
