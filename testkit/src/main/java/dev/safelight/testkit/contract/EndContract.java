package dev.safelight.testkit.contract;

import static dev.safelight.core.task.TaskEvent.Kind.FAILED;
import static dev.safelight.core.task.TaskEvent.Kind.PROGRESSED;
import static dev.safelight.core.task.TaskEvent.Kind.RETRIED;
import static dev.safelight.core.task.TaskEvent.Kind.STARTED;
import static dev.safelight.core.task.TaskEvent.Kind.STOPPED;
import static dev.safelight.core.task.TaskEvent.Kind.SUBMITTED;
import static dev.safelight.core.task.TaskEvent.Kind.SUCCEEDED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How tasks come to their end, and what that costs. */
abstract class EndContract extends StoreSituation {
    private static final Book UNTOUCHED = new Book(-CREDITS, CREDITS, 0, 0);

    private FailureCode failure(TaskId task) {
        assertThat(scene.view(ann, task).state()).isInstanceOf(TaskState.Failed.class);
        return ((TaskState.Failed) scene.view(ann, task).state()).failure().code();
    }

    @Nested
    class Success {
        @Test
        void captures_the_price_and_shows_the_files() {
            var result = scene.result(2);
            var lease = scene.running(order().priced(80), scene.worker(1));
            assertThat(scene.done(tasks().complete(lease, result))).isEqualTo(WriteOutcome.STORED);
            assertThat(scene.view(ann, lease.task()).state())
                    .isEqualTo(new TaskState.Succeeded(new Credits(80), result.output()));
            assertThat(scene.view(ann, lease.task()).times().finished()).isEqualTo(time.instant());
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, 920, 0, 80));
            assertThat(scene.story(ann, lease.task()))
                    .containsExactly(SUBMITTED, STARTED, SUCCEEDED);
            for (var file : result.assets()) {
                var found = scene.done(scene.store().assets().find(ann.account(), file.id()));
                assertThat(found.orElseThrow().file()).isEqualTo(file);
            }
        }

        @Test
        void keeps_the_bytes_of_its_files_in_use_until_they_expire() {
            var result = scene.result(2);
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().complete(lease, result));
            var digests =
                    result.assets().stream().map(file -> file.blob().sha256()).toList();
            var soon = time.instant().plus(Duration.ofHours(23));
            assertThat(inUse(soon)).containsExactlyInAnyOrderElementsOf(digests);
            var late = time.instant().plus(Duration.ofHours(24));
            assertThat(inUse(late)).containsExactly(digests.getFirst());
        }

        private List<String> inUse(Instant alive) {
            return scene.done(scene.store().assets().digests(alive, null, 100)).digests();
        }

        @Test
        void is_final_and_charged_once() {
            var lease = scene.running(order(), scene.worker(1));
            var twins = new ArrayList<CompletableFuture<WriteOutcome>>();
            for (int i = 0; i < 3; i++) twins.add(tasks().complete(lease, scene.result(1)));
            scene.store().settle();
            assertThat(twins.stream().map(CompletableFuture::join))
                    .containsExactly(WriteOutcome.STORED, WriteOutcome.LOST, WriteOutcome.LOST);
            assertThat(scene.done(tasks().complete(lease, scene.result(1))))
                    .isEqualTo(WriteOutcome.LOST);
            assertThat(scene.book(ann).spent()).isEqualTo(10);
            scene.pass(Duration.ofDays(2));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Nested
    class AFailedAttempt {
        @Test
        void with_a_lasting_fault_ends_the_task_uncharged() {
            var lease = scene.running(order(), scene.worker(1));
            assertThat(scene.done(tasks().fail(lease, Scene.BROKEN, false)))
                    .isEqualTo(WriteOutcome.STORED);
            assertThat(scene.view(ann, lease.task()).state())
                    .isEqualTo(new TaskState.Failed(Scene.BROKEN));
            assertThat(scene.book(ann)).isEqualTo(UNTOUCHED);
        }

        @Test
        void with_a_passing_fault_is_tried_again_after_one_second_and_after_ten() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            scene.pass(Duration.ofMillis(999));
            var claim = tasks().claim(worker, EngineName.SANDBOX, 1);
            scene.store().settle();
            assertThat(claim).isNotDone();
            scene.pass(Duration.ofMillis(1));
            var second = scene.done(claim).getFirst();
            scene.done(tasks().fail(second, Scene.BROKEN, true));
            claim = tasks().claim(worker, EngineName.SANDBOX, 1);
            scene.pass(Duration.ofMillis(9_999));
            assertThat(claim).isNotDone();
            scene.pass(Duration.ofMillis(1));
            scene.done(tasks().fail(scene.done(claim).getFirst(), Scene.BROKEN, true));
            assertThat(failure(lease.task())).isEqualTo(FailureCode.MODEL_ERROR);
            assertThat(scene.story(ann, lease.task()))
                    .containsExactly(
                            SUBMITTED, STARTED, RETRIED, STARTED, RETRIED, STARTED, FAILED);
            assertThat(scene.book(ann)).isEqualTo(UNTOUCHED);
        }

        @Test
        void leaves_its_slots_to_others_while_it_waits() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.accepted(order());
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            assertThat(scene.claim(worker).task()).isNotEqualTo(lease.task());
        }
    }

    @Nested
    class TheHardDeadline {
        @Test
        void fails_a_task_that_still_runs_uncharged() {
            var worker = scene.worker(1);
            var lease = scene.running(order().runningAtMost(Duration.ofSeconds(10)), worker);
            scene.pass(Duration.ofMillis(9_999));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RUNNING);
            scene.pass(Duration.ofMillis(1));
            assertThat(failure(lease.task())).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
            assertThat(scene.book(ann)).isEqualTo(UNTOUCHED);
            assertThat(scene.done(tasks().complete(lease, scene.result(1))))
                    .isEqualTo(WriteOutcome.LOST);
        }

        @Test
        void counts_over_all_attempts_also_while_the_next_one_is_not_due() {
            var worker = scene.worker(1);
            var lease = scene.running(order().runningAtMost(Duration.ofSeconds(5)), worker);
            scene.pass(Duration.ofSeconds(1));
            scene.done(tasks().fail(lease, Scene.BROKEN, true));
            scene.pass(Duration.ofSeconds(1));
            scene.done(tasks().fail(scene.claim(worker), Scene.BROKEN, true));
            scene.pass(Duration.ofMillis(2_999));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RETRYING);
            scene.pass(Duration.ofMillis(1));
            assertThat(failure(lease.task())).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
        }

        @Test
        void keeps_the_engines_slot_taken_until_it_has_stopped() {
            var worker = scene.worker(1);
            var lease = scene.running(order().runningAtMost(Duration.ofSeconds(5)), worker);
            scene.accepted(order());
            scene.pass(Duration.ofSeconds(5));
            var claim = tasks().claim(worker, EngineName.SANDBOX, 1);
            scene.store().settle();
            assertThat(claim).isNotDone();
            var _ = tasks().stopped(lease);
            assertThat(scene.done(claim)).hasSize(1);
            assertThat(scene.story(ann, lease.task()))
                    .containsExactly(SUBMITTED, STARTED, FAILED, STOPPED);
        }
    }

    @Nested
    class TheQueueLimit {
        @Test
        void fails_what_nobody_could_start_uncharged() {
            var task = scene.accepted(order().waitingAtMost(Duration.ofMinutes(1)));
            scene.pass(Duration.ofMillis(59_999));
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
            scene.pass(Duration.ofMillis(1));
            assertThat(failure(task)).isEqualTo(FailureCode.QUEUE_EXPIRED);
            assertThat(scene.book(ann)).isEqualTo(UNTOUCHED);
        }

        @Test
        void has_no_say_once_it_was_started() {
            var worker = scene.worker(1);
            var lease = scene.running(order().waitingAtMost(Duration.ofSeconds(10)), worker);
            scene.done(tasks().giveBack(lease));
            scene.pass(Duration.ofSeconds(12));
            assertThat(scene.claim(worker).task()).isEqualTo(lease.task());
        }

        @Test
        void ends_any_number_of_tasks_at_one_moment() {
            var patient = scene.account(5_000);
            var last = scene.accepted(Order.by(patient).priced(1));
            for (int i = 0; i < 1_200; i++) {
                var _ = scene.send(
                        Order.by(patient).priced(1).waitingAtMost(Duration.ofMinutes(1)));
            }
            scene.store().settle();
            scene.pass(Duration.ofMinutes(1));
            assertThat(scene.done(scene.store().reads().countLive())).isEqualTo(1);
            assertThat(scene.status(patient, last)).isEqualTo(TaskStatus.PENDING);
            assertThat(scene.book(patient)).isEqualTo(new Book(-5_000, 4_999, 1, 0));
        }
    }

    @Test
    void a_log_has_no_gaps_and_tells_each_step_once() {
        var worker = scene.worker(1);
        var lease = scene.running(order(), worker);
        for (int percent = 10; percent < 50; percent += 10)
            scene.done(tasks().progress(lease, percent));
        scene.done(tasks().complete(lease, scene.result(1)));
        assertThat(scene.story(ann, lease.task()))
                .containsExactly(
                        SUBMITTED,
                        STARTED,
                        PROGRESSED,
                        PROGRESSED,
                        PROGRESSED,
                        PROGRESSED,
                        SUCCEEDED);
        var log = scene.log(ann, lease.task());
        for (int i = 0; i < log.size(); i++) assertThat(log.get(i).sequence()).isEqualTo(i + 1);
    }
}
