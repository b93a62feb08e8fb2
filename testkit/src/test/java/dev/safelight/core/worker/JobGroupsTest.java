package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.lease;
import static dev.safelight.core.worker.Surroundings.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.safelight.core.engine.Assignment;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Jobs of one key, rendered in one call of an engine that takes three. */
class JobGroupsTest {
    private final Surroundings at = new Surroundings();
    private final ActiveRuns active = new ActiveRuns();
    private final List<List<Long>> calls = new ArrayList<>();
    private Function<Job, @Nullable String> key = job -> "all";
    private Consumer<List<? extends Assignment>> act =
            together -> together.forEach(one -> one.made(made(1)));
    private List<Execution> started = List.of();

    @AfterEach
    void kill() {
        at.close();
    }

    private final class BatchEngine implements Engine {
        @Override
        public EngineName name() {
            return EngineName.SANDBOX;
        }

        @Override
        public Tier tier() {
            return Tier.SANDBOX;
        }

        @Override
        public int capacity() {
            return 9;
        }

        @Override
        public @Nullable String batchKey(Job job) {
            return key.apply(job);
        }

        @Override
        public int batchSize() {
            return 3;
        }

        @Override
        public void renderAll(List<? extends Assignment> together) {
            calls.add(together.stream().map(one -> number(one.job())).toList());
            act.accept(together);
        }

        @Override
        public Made render(Job job, Run run) {
            calls.add(List.of(-number(job)));
            return made(1);
        }
    }

    private static long number(Job job) {
        return job.task().id().lo();
    }

    private void start(int jobs) {
        var engine = new BatchEngine();
        var running = at.running(active, engine);
        var leases =
                LongStream.rangeClosed(1, jobs).mapToObj(task -> lease(task, 1)).toList();
        started = running.register(engine, leases);
        running.start(running.engines().getFirst(), started);
        at.inbox.handleAll();
        at.letRun();
    }

    /** What each was reported as, in order. */
    private List<String> reports() {
        var reports = new ArrayList<String>();
        for (var asked = at.store.asked(); !asked.isEmpty(); asked = at.store.asked()) {
            reports.addAll(asked);
            asked.forEach(one -> at.store.answer(WriteOutcome.STORED));
            at.letRun();
        }
        return reports;
    }

    private static void fail(Assignment one) {
        one.failed(EngineFailure.lasting(FailureCode.MODEL_ERROR, "It came out black."));
    }

    @Test
    void those_of_one_key_go_to_one_call_each_with_its_own_job() {
        start(3);
        assertThat(calls).containsExactly(List.of(1L, 2L, 3L));
        assertThat(reports()).containsExactly("complete", "complete", "complete");
    }

    @Test
    void no_more_than_the_engine_takes_go_to_one_call() {
        start(7);
        assertThat(calls)
                .containsExactlyInAnyOrder(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(-7L));
    }

    @Test
    void those_of_other_keys_go_to_others_and_those_without_one_alone() {
        key = job -> number(job) > 4 ? null : number(job) % 2 == 0 ? "even" : "odd";
        start(6);
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        List.of(1L, 3L), List.of(2L, 4L), List.of(-5L), List.of(-6L));
    }

    @Test
    void one_whose_key_cannot_be_told_is_rendered_alone() {
        key = job -> {
            throw new IllegalStateException("no key");
        };
        start(2);
        assertThat(calls).containsExactlyInAnyOrder(List.of(-1L), List.of(-2L));
    }

    @Test
    void one_whose_key_ends_in_an_error_is_rendered_alone() {
        key = job -> {
            throw new StackOverflowError();
        };
        start(2);
        assertThat(calls).containsExactlyInAnyOrder(List.of(-1L), List.of(-2L));
        assertThat(reports()).containsExactly("complete", "complete");
    }

    @Test
    void what_one_asks_for_after_its_end_is_not_kept() {
        act = together -> {
            var first = together.getFirst();
            first.made(made(1));
            assertThatIllegalStateException()
                    .isThrownBy(() -> first.run().scratch())
                    .withMessage("the run is over");
            together.getLast().made(made(1));
        };
        start(2);
        assertThat(reports()).containsExactly("complete", "complete");
    }

    @Test
    void one_of_three_fails_and_the_others_are_made() {
        act = together -> {
            together.get(0).made(made(1));
            fail(together.get(1));
            together.get(2).made(made(1));
        };
        start(3);
        assertThat(reports()).containsExactly("complete", "fail MODEL_ERROR for good", "complete");
    }

    @Test
    void one_of_three_is_cancelled_and_the_others_are_made() {
        act = together -> {
            active.committed(Surroundings.change(lease(2, 1), TaskStatus.CANCELLED));
            assertThat(together)
                    .extracting(one -> one.run().stopped())
                    .containsExactly(false, true, false);
            for (var one : together) {
                if (one.run().stopped()) one.stopped();
                else one.made(made(1));
            }
        };
        start(3);
        assertThat(reports()).containsExactly("complete", "stopped", "complete");
    }

    @Test
    void what_is_made_of_one_that_was_cancelled_is_dropped() {
        act = together -> {
            active.committed(Surroundings.change(lease(2, 1), TaskStatus.CANCELLED));
            together.forEach(one -> one.made(made(1)));
        };
        start(3);
        assertThat(reports()).containsExactly("complete", "stopped", "complete");
    }

    @Test
    void the_first_end_of_each_counts() {
        act = together -> {
            together.forEach(one -> one.made(made(1)));
            together.forEach(JobGroupsTest::fail);
        };
        start(2);
        assertThat(reports()).containsExactly("complete", "complete");
    }

    @Test
    void what_the_call_throws_ends_those_that_have_no_end() {
        act = together -> {
            together.getFirst().made(made(1));
            throw new IllegalStateException("broken");
        };
        start(3);
        assertThat(reports())
                .containsExactly(
                        "complete",
                        "fail ENGINE_CRASHED in passing",
                        "fail ENGINE_CRASHED in passing");
    }

    @Test
    void one_that_the_engine_forgets_has_broken() {
        act = together -> together.getFirst().made(made(1));
        start(2);
        assertThat(reports()).containsExactly("complete", "fail ENGINE_CRASHED in passing");
    }

    @Test
    void one_whose_crash_cannot_be_told_keeps_none_of_the_others_without_an_end() {
        act = together -> {
            at.store.breakOnce();
            throw new IllegalStateException("broken");
        };
        var attempts = threeWithTheSecondStopped(false);
        at.inRun(() -> assertThatIllegalStateException()
                .isThrownBy(() -> JobGroups.render(new BatchEngine(), attempts))
                .withMessage("says the test"));
        var crash = "fail ENGINE_CRASHED in passing";
        assertThat(reportsAfterTheBroken()).containsExactly(crash, crash, crash);
    }

    @Test
    void one_whose_stop_cannot_be_told_keeps_none_of_the_others_from_the_call() {
        at.store.breakNext(2);
        var attempts = threeWithTheSecondStopped(true);
        at.inRun(() -> assertThatIllegalStateException()
                .isThrownBy(() -> JobGroups.render(new BatchEngine(), attempts)));
        assertThat(reportsAfterTheBroken())
                .containsExactly(
                        "give back", "fail ENGINE_CRASHED in passing", "complete", "complete");
    }

    /** What was reported, where all but the last report so far was thrown back. */
    private List<String> reportsAfterTheBroken() {
        var reports = new ArrayList<>(at.store.asked());
        at.store.answer(WriteOutcome.STORED);
        at.letRun();
        reports.addAll(reports());
        return reports;
    }

    private List<Attempt> threeWithTheSecondStopped(boolean isStopped) {
        return LongStream.rangeClosed(1, 3)
                .mapToObj(task -> new Execution(lease(task, 1), new BatchEngine(), at.environment))
                .peek(execution -> {
                    if (isStopped && execution.task().equals(Surroundings.task(2)))
                        execution.stop(StopReason.DRAINED);
                })
                .map(execution -> new Attempt(execution, Surroundings.job(execution.task())))
                .toList();
    }

    @Test
    void one_that_was_stopped_before_it_began_is_none_of_the_calls() {
        var attempts = threeWithTheSecondStopped(true);
        at.inRun(() -> JobGroups.render(new BatchEngine(), attempts));
        assertThat(reports()).containsExactly("give back", "complete", "complete");
        assertThat(calls).containsExactly(List.of(1L, 3L));
    }

    @Test
    void each_gives_its_slot_back_at_the_end() {
        start(3);
        assertThat(active.size()).isEqualTo(3);
        reports();
        at.inbox.handleAll();
        assertThat(active.size()).isZero();
    }
}
