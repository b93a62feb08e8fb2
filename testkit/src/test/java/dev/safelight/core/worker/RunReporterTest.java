package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class RunReporterTest {
    private static final RunEnd MADE = new RunEnd.Made(new Result(List.of(), "{}"));

    private final Surroundings at = new Surroundings();
    private final AskedStore store = at.store;
    private final StopSignal stop = new StopSignal(at.time);
    private final RunReporter reporter = new RunReporter(
            lease(1, 1), EngineName.SANDBOX, store, new LeaseWrites(at.environment, stop));

    @AfterEach
    void kill() {
        at.close();
    }

    private void report(RunEnd end) {
        at.inRun(() -> reporter.report(end));
    }

    private boolean isOver() {
        return at.runs.size() == 0;
    }

    static Stream<Arguments> each_end_is_told_to_the_store_in_its_own_way() {
        var failure = new Failure(FailureCode.MODEL_ERROR, "It went wrong.", true);
        return Stream.of(
                Arguments.of(MADE, "complete"),
                Arguments.of(new RunEnd.Failed(failure, true), "fail MODEL_ERROR in passing"),
                Arguments.of(new RunEnd.Failed(failure, false), "fail MODEL_ERROR for good"),
                Arguments.of(
                        new RunEnd.Crashed(new AssertionError("says the test")),
                        "fail ENGINE_CRASHED in passing"),
                Arguments.of(new RunEnd.Unstored(), "fail STORAGE_FAILED in passing"),
                Arguments.of(new RunEnd.Unread(), "fail STORAGE_FAILED in passing"),
                Arguments.of(new RunEnd.Stopped(StopReason.ENDED), "stopped"),
                Arguments.of(new RunEnd.Stopped(StopReason.DRAINED), "give back"));
    }

    @ParameterizedTest
    @MethodSource
    void each_end_is_told_to_the_store_in_its_own_way(RunEnd end, String asked) {
        report(end);
        assertThat(store.asked()).containsExactly(asked);
        store.answer(WriteOutcome.STORED);
        at.letRun();
        assertThat(isOver()).isTrue();
        assertThat(store.asked()).isEmpty();
    }

    @Test
    void a_run_whose_task_is_anothers_says_nothing() {
        report(new RunEnd.Stopped(StopReason.LOST));
        assertThat(isOver()).isTrue();
        assertThat(store.asked()).isEmpty();
    }

    @Test
    void what_comes_too_late_is_dropped_and_the_engines_slot_is_freed() {
        report(MADE);
        store.answer(WriteOutcome.LOST);
        at.letRun();
        assertThat(store.asked()).containsExactly("complete", "stopped");
        store.answer(WriteOutcome.LOST);
        at.letRun();
        assertThat(isOver()).isTrue();
    }

    @Nested
    class WhenTheStoreCannotTakeIt {
        @Test
        void it_is_asked_again_each_second_until_it_can() {
            report(MADE);
            store.refuseForNow();
            at.letRun();
            at.pass(Duration.ofMillis(999));
            assertThat(store.asked()).containsExactly("complete");
            at.pass(Duration.ofMillis(1));
            store.refuseForNow();
            at.letRun();
            at.pass(Duration.ofSeconds(1));
            assertThat(store.asked()).containsExactly("complete", "complete");
            store.answer(WriteOutcome.STORED);
            at.letRun();
            assertThat(isOver()).isTrue();
        }

        @Test
        void it_is_not_asked_again_once_it_is_closing() {
            report(MADE);
            at.closing.complete(null);
            store.refuseForNow();
            at.letRun();
            assertThat(store.asked()).containsExactly("complete", "stopped");
            store.refuseForNow();
            at.letRun();
            assertThat(isOver()).isTrue();
        }

        @Test
        void closing_ends_the_wait_for_the_next_try() {
            report(MADE);
            store.refuseForNow();
            at.letRun();
            at.closing.complete(null);
            at.letRun();
            store.refuseForNow();
            at.letRun();
            store.refuseForNow();
            at.letRun();
            assertThat(isOver()).isTrue();
        }

        @Test
        void it_is_not_asked_again_for_a_task_that_is_anothers_now() {
            report(MADE);
            stop.give(StopReason.LOST);
            store.refuseForNow();
            at.letRun();
            assertThat(store.asked()).containsExactly("complete", "stopped");
        }

        @Test
        void a_bug_in_it_is_no_reason_to_ask_again() {
            report(MADE);
            store.answerWithABug();
            at.letRun();
            assertThat(store.asked()).containsExactly("complete", "stopped");
        }
    }
}
