package dev.safelight.core.task;

import static dev.safelight.core.task.Samples.BROKEN;
import static dev.safelight.core.task.Samples.HOLD;
import static dev.safelight.core.task.Samples.NOON;
import static dev.safelight.core.task.Samples.OUTPUT;
import static dev.safelight.core.task.Samples.WORKER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Decision.Change;
import dev.safelight.core.task.Decision.Refusal;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

class TaskRulesTest {
    private static final Duration PICTURES_OWN = Duration.ofMinutes(5);

    private final TaskRules rules = new TaskRules(
            Retries.DEFAULT, tool -> tool.equals(ToolName.GENERATE_IMAGE) ? PICTURES_OWN : null);

    private static Change change(Decision decision) {
        assertThat(decision).isInstanceOf(Change.class);
        return (Change) decision;
    }

    private static TaskState next(Decision decision) {
        return change(decision).next().state();
    }

    /** All that a worker may write, by its lease. */
    private Stream<BiFunction<Task, Lease, Decision>> writes() {
        return Stream.of(
                (task, lease) -> rules.progress(task, lease, 50),
                (task, lease) -> rules.complete(task, lease, OUTPUT),
                (task, lease) -> rules.fail(task, lease, BROKEN, true, NOON),
                (task, lease) -> rules.fail(task, lease, BROKEN, false, NOON),
                (task, lease) -> rules.giveBack(task, lease, NOON));
    }

    @Nested
    class TheFence {
        @Test
        void refuses_an_earlier_acquisition_before_anything_else_is_looked_at() {
            for (var state : Samples.states()) {
                var task = Samples.task(state);
                var late = new Lease(task.id(), task.stamp().fence() - 1);
                assertThat(writes().map(write -> write.apply(task, late)))
                        .containsOnly(Refusal.STALE_FENCE);
                assertThat(rules.stopped(task, late)).isEqualTo(Refusal.STALE_FENCE);
            }
        }

        @Test
        void is_not_enough_once_the_task_is_no_longer_running() {
            for (var state : Samples.states()) {
                if (state instanceof TaskState.Running) continue;
                var task = Samples.task(state);
                assertThat(writes().map(write -> write.apply(task, task.lease())))
                        .as(state.status().name())
                        .containsOnly(Refusal.OUT_OF_TURN);
            }
        }

        @Test
        void lets_only_the_attempt_under_way_keep_something_for_the_next() {
            for (var state : Samples.states()) {
                var task = Samples.task(state);
                var late = new Lease(task.id(), task.stamp().fence() - 1);
                assertThat(rules.mayCheckpoint(task, task.lease()))
                        .as(state.status().name())
                        .isEqualTo(state instanceof TaskState.Running);
                assertThat(rules.mayCheckpoint(task, late)).isFalse();
            }
        }

        @Test
        void is_fresh_at_every_start() {
            var task = Samples.task(new TaskState.Pending(NOON));
            var started = change(rules.start(task, WORKER, NOON)).next();
            assertThat(started.stamp()).isEqualTo(new Task.Stamp(5, 4));
        }
    }

    @Nested
    class AStart {
        @Test
        void counts_the_hard_deadline_from_the_first_of_all() {
            var first = next(rules.start(Samples.task(new TaskState.Pending(NOON)), WORKER, NOON));
            assertThat(((TaskState.Running) first).effort()).isEqualTo(Samples.FIRST);
            var waiting = Samples.task(new TaskState.Retrying(Samples.FIRST, NOON));
            var second = next(rules.start(waiting, WORKER, NOON.plusSeconds(100)));
            assertThat(((TaskState.Running) second).effort().deadline())
                    .isEqualTo(Samples.FIRST.deadline());
        }

        @Test
        void has_to_wait_until_it_is_due() {
            var waiting = Samples.task(new TaskState.Retrying(Samples.FIRST, NOON.plusSeconds(1)));
            assertThat(rules.start(waiting, WORKER, NOON.plusMillis(999)))
                    .isEqualTo(Refusal.TOO_EARLY);
            assertThat(next(rules.start(waiting, WORKER, NOON.plusSeconds(1))))
                    .isInstanceOf(TaskState.Running.class);
        }
    }

    @Nested
    class AnAttemptThatCameToNothing {
        private TaskState fail(int attempt, boolean passing) {
            var task = Samples.running(attempt);
            return next(rules.fail(task, task.lease(), BROKEN, passing, NOON));
        }

        private static Instant due(TaskState state) {
            return ((TaskState.Retrying) state).due();
        }

        @Test
        void is_tried_again_after_one_second_then_after_ten() {
            assertThat(due(fail(1, true))).isEqualTo(NOON.plusSeconds(1));
            assertThat(due(fail(2, true))).isEqualTo(NOON.plusSeconds(10));
        }

        @Test
        void is_the_last_at_the_third() {
            assertThat(fail(3, true)).isEqualTo(new TaskState.Failed(BROKEN));
        }

        @Test
        void is_the_last_when_the_fault_is_a_lasting_one() {
            assertThat(fail(1, false)).isEqualTo(new TaskState.Failed(BROKEN));
        }

        @Test
        void counts_when_the_worker_fell_silent() {
            assertThat(due(next(rules.loseLease(Samples.running(1), NOON))))
                    .isEqualTo(NOON.plusSeconds(1));
            var lost = (TaskState.Failed) next(rules.loseLease(Samples.running(3), NOON));
            assertThat(lost.failure().code()).isEqualTo(FailureCode.LEASE_LOST);
        }

        @Test
        void does_not_count_when_it_was_given_back() {
            var task = Samples.running(3);
            var back = (TaskState.Retrying) next(rules.giveBack(task, task.lease(), NOON));
            assertThat(back.effort().attempts()).isEqualTo(2);
            assertThat(back.due()).isEqualTo(NOON);
        }

        @Test
        void is_tried_as_often_as_the_retries_say() {
            var once = new TaskRules(new Retries(List.of()));
            var task = Samples.running(1);
            assertThat(next(once.fail(task, task.lease(), BROKEN, true, NOON)))
                    .isInstanceOf(TaskState.Failed.class);
        }
    }

    @Nested
    class TheClock {
        private static final Duration TICK = Duration.ofMillis(1);

        @Test
        void fails_what_waits_beyond_its_queue_limit_and_not_before() {
            var task = Samples.task(new TaskState.Pending(NOON));
            assertThat(rules.expire(task, NOON.minus(TICK))).isEqualTo(Refusal.TOO_EARLY);
            var failed = (TaskState.Failed) next(rules.expire(task, NOON));
            assertThat(failed.failure().code()).isEqualTo(FailureCode.QUEUE_EXPIRED);
        }

        @Test
        void fails_what_runs_beyond_its_hard_deadline_over_all_attempts() {
            var deadline = Samples.FIRST.deadline();
            for (var state : List.of(
                    new TaskState.Running(Samples.FIRST, WORKER, 0),
                    new TaskState.Retrying(Samples.FIRST, deadline.plusSeconds(5)))) {
                var task = Samples.task(state);
                assertThat(rules.expire(task, deadline.minus(TICK))).isEqualTo(Refusal.TOO_EARLY);
                var failed = (TaskState.Failed) next(rules.expire(task, deadline));
                assertThat(failed.failure().code()).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
            }
        }

        @ParameterizedTest
        @CsvSource({
            // The picture's own deadline is 300 s.
            "10, 1, false",
            "1, 1, false",
            "299, 1, false",
            "300, 1, true",
            "86400, 1, true",
            "10, 2, true",
            "10, 7, true"
        })
        void calls_a_deadline_retryable_unless_one_attempt_had_all_of_a_shorter_one(
                long seconds, long acquisitions, boolean retryable) {
            var limit = Duration.ofSeconds(seconds);
            var task = Samples.task(
                    new TaskState.Running(new Effort(1, NOON, NOON.plus(limit)), WORKER, 40));
            var header = new TaskHeader(
                    task.id(),
                    task.owner(),
                    task.route(),
                    new Terms(5, HOLD, Duration.ofHours(1), limit));
            var wished = new Task(header, task.state(), new Task.Stamp(4, acquisitions));
            var failure =
                    ((TaskState.Failed) next(rules.expire(wished, NOON.plus(limit)))).failure();
            assertThat(failure.code()).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
            assertThat(failure.retryable()).isEqualTo(retryable);
            assertThat(failure.message().contains("its submit gave it")).isEqualTo(!retryable);
        }

        @Test
        void has_no_say_after_the_end() {
            var task = Samples.task(new TaskState.Cancelled());
            assertThat(rules.expire(task, Instant.MAX)).isEqualTo(Refusal.OUT_OF_TURN);
            assertThat(rules.loseLease(task, NOON)).isEqualTo(Refusal.OUT_OF_TURN);
            assertThat(cancel(task)).isEqualTo(CancelVerdict.Refusal.TOO_LATE);
        }
    }

    @Test
    void a_later_start_counts_on_and_keeps_the_first_start_and_the_deadline() {
        var later = NOON.plusSeconds(99);
        var task = Samples.task(new TaskState.Retrying(Samples.FIRST, NOON));
        var effort = ((TaskState.Running) next(rules.start(task, WORKER, later))).effort();
        assertThat(effort)
                .isEqualTo(new Effort(2, Samples.FIRST.started(), Samples.FIRST.deadline()));
        var returned = Samples.task(new TaskState.Retrying(Samples.FIRST.uncounted(), NOON));
        assertThat(((TaskState.Running) next(rules.start(returned, WORKER, later))).effort())
                .isEqualTo(Samples.FIRST);
    }

    private CancelVerdict cancel(Task task) {
        var owner = task.owner().account();
        return rules.cancel(owner, owner, task);
    }

    @Nested
    class TheHold {
        @Test
        void becomes_the_price_of_a_success_and_of_nothing_else() {
            var task = Samples.running(3);
            assertThat(change(rules.complete(task, task.lease(), OUTPUT)).posting())
                    .isEqualTo(Samples.TASK_HOLD.capture(HOLD));
            var released = Samples.TASK_HOLD.release();
            assertThat(((CancelVerdict.Cancel) cancel(task)).change().posting())
                    .isEqualTo(released);
            assertThat(change(rules.loseLease(task, NOON)).posting()).isEqualTo(released);
            assertThat(change(rules.expire(task, Instant.MAX)).posting()).isEqualTo(released);
            assertThat(change(rules.fail(task, task.lease(), BROKEN, false, NOON))
                            .posting())
                    .isEqualTo(released);
        }

        @Test
        void stays_while_the_task_lives() {
            var task = Samples.running(1);
            assertThat(change(rules.progress(task, task.lease(), 5)).posting()).isNull();
            assertThat(change(rules.giveBack(task, task.lease(), NOON)).posting())
                    .isNull();
            assertThat(change(rules.loseLease(task, NOON)).posting()).isNull();
        }

        @Test
        void is_not_touched_when_the_engine_stops_after_the_end() {
            var task = Samples.task(new TaskState.Cancelled());
            assertThat(change(rules.stopped(task, task.lease())).posting()).isNull();
        }
    }
}
