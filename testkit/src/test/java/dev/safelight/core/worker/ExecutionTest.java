package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.lease;
import static dev.safelight.core.worker.Surroundings.made;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.testkit.simulation.ActingEngine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

class ExecutionTest {
    private final Surroundings at = new Surroundings();
    private final AskedStore store = at.store;

    @AfterEach
    void kill() {
        at.close();
    }

    private Execution begin(ActingEngine.Act act) {
        var execution = at.execution(lease(1, 1), act);
        at.inRun(() -> new Attempt(execution, Surroundings.job(execution.task())).render());
        return execution;
    }

    private List<String> reportOf(ActingEngine.Act act) {
        begin(act);
        return store.asked();
    }

    @Nested
    class Rendering {
        @Test
        void what_was_made_completes_the_task() {
            assertThat(reportOf((job, run) -> made(2))).containsExactly("complete");
        }

        @Test
        void files_go_after_a_day_only_when_the_caller_said_so() {
            var execution = at.execution(lease(1, 1), (job, run) -> made(1));
            var job = Surroundings.job(execution.task());
            var brief = ((ObjectNode) job.input().deepCopy()).put("temporary", true);
            var temporary = new Job(job.task(), 1, job.route(), brief, job.metadata(), null);
            at.inRun(() -> new Attempt(execution, temporary).render());
            store.answer(WriteOutcome.STORED);
            reportOf((other, run) -> made(1));
            var day = at.time.instant().plus(Duration.ofHours(24));
            assertThat(store.results)
                    .extracting(result -> result.assets().getFirst().expires())
                    .containsExactly(day, null);
        }

        @Test
        void a_failure_is_passed_on_with_whether_it_passes() {
            assertThat(reportOf((job, run) -> {
                        throw EngineFailure.passing(FailureCode.ENGINE_UNAVAILABLE, "Later.");
                    }))
                    .containsExactly("fail ENGINE_UNAVAILABLE in passing");
            assertThat(reportOf((job, run) -> {
                        throw EngineFailure.lasting(FailureCode.INVALID_INPUT, "Never.");
                    }))
                    .containsExactly("fail INVALID_INPUT for good");
        }

        @Test
        void an_error_that_nobody_foresaw_is_a_crash() {
            assertThat(reportOf((job, run) -> {
                        throw new StackOverflowError();
                    }))
                    .containsExactly("fail ENGINE_CRASHED in passing");
        }

        @Test
        void bytes_that_cannot_be_stored_are_a_failure_of_storage() {
            at.blobs.fail(true);
            assertThat(reportOf((job, run) -> made(1)))
                    .containsExactly("fail STORAGE_FAILED in passing");
        }

        @Test
        void an_engine_that_stops_unasked_has_broken() {
            assertThat(reportOf((job, run) -> {
                        throw new Stopped();
                    }))
                    .containsExactly("fail ENGINE_CRASHED in passing");
        }

        @Test
        void a_report_that_breaks_is_reported_as_a_crash() {
            store.breakOnce();
            assertThat(reportOf((job, run) -> made(1)))
                    .containsExactly("complete", "fail ENGINE_CRASHED in passing");
        }
    }

    @Nested
    class BeingStopped {
        @Test
        void before_it_began_the_engine_is_not_called() {
            var execution = at.execution(lease(1, 1), (job, run) -> {
                throw new AssertionError("it was called");
            });
            execution.stop(StopReason.DRAINED);
            at.inRun(() -> new Attempt(execution, Surroundings.job(execution.task())).render());
            assertThat(store.asked()).containsExactly("give back");
        }

        @Test
        void a_pause_ends_at_once() {
            var execution = begin((job, run) -> {
                run.pause(Duration.ofHours(1));
                return made(1);
            });
            execution.stop(StopReason.ENDED);
            at.letRun();
            assertThat(store.asked()).containsExactly("stopped");
        }

        @Test
        void what_an_engine_made_that_did_not_heed_it_is_not_stored() {
            var execution = begin((job, run) -> {
                at.runs.pause(Duration.ofHours(1), at.closing);
                return made(1);
            });
            execution.stop(StopReason.ENDED);
            at.closing.complete(null);
            at.letRun();
            assertThat(store.asked()).containsExactly("stopped");
        }

        @Test
        void it_hangs_a_minute_after_it_was_asked_and_not_before() {
            var execution = begin((job, run) -> {
                at.runs.pause(Duration.ofHours(1), at.closing);
                return made(1);
            });
            var asked = at.time.instant();
            assertThat(execution.hangs(asked.plusSeconds(3_000))).isFalse();
            execution.stop(StopReason.ENDED);
            assertThat(execution.hangs(asked.plusSeconds(59))).isFalse();
            assertThat(execution.hangs(asked.plusSeconds(60))).isTrue();
        }
    }

    @Nested
    class WhatCouldNotBeRead {
        @Test
        void is_a_failed_attempt() {
            var execution = at.execution(lease(1, 1), (job, run) -> made(1));
            at.inRun(execution::endUnread);
            assertThat(store.asked()).containsExactly("fail STORAGE_FAILED in passing");
        }

        @Test
        void has_just_stopped_when_it_was_asked_to() {
            var execution = at.execution(lease(1, 1), (job, run) -> made(1));
            execution.stop(StopReason.ENDED);
            at.inRun(execution::endUnread);
            assertThat(store.asked()).containsExactly("stopped");
        }
    }

    @Nested
    class WhatItSaysOnTheWay {
        @Test
        void progress_is_told_once_a_second_and_only_when_it_grows() {
            begin((job, run) -> {
                run.progress(10);
                run.progress(20);
                run.pause(Duration.ofSeconds(1));
                run.progress(10);
                run.progress(100);
                run.progress(30);
                run.pause(Duration.ofHours(1));
                return made(1);
            });
            at.pass(Duration.ofSeconds(1));
            assertThat(store.asked()).containsExactly("progress 10", "progress 30");
        }

        @Test
        void progress_that_comes_too_late_stops_it() {
            begin((job, run) -> {
                run.progress(10);
                run.pause(Duration.ofHours(1));
                return made(1);
            });
            store.answer(WriteOutcome.LOST);
            at.letRun();
            assertThat(store.asked()).containsExactly("progress 10", "stopped");
        }

        @Test
        void a_checkpoint_is_on_disk_before_it_goes_on() {
            begin((job, run) -> {
                run.checkpoint(JsonMapper.shared().createObjectNode().put("step", 1));
                return made(1);
            });
            store.refuseForNow();
            at.letRun();
            at.pass(Duration.ofSeconds(1));
            assertThat(store.asked())
                    .containsExactly("checkpoint {\"step\":1}", "checkpoint {\"step\":1}");
            store.answer(WriteOutcome.STORED);
            at.letRun();
            assertThat(store.asked()).containsExactly("complete");
        }

        @Test
        void a_checkpoint_that_comes_too_late_stops_it() {
            begin((job, run) -> {
                run.checkpoint(JsonMapper.shared().createObjectNode());
                return made(1);
            });
            store.answer(WriteOutcome.LOST);
            at.letRun();
            assertThat(store.asked()).containsExactly("checkpoint {}", "stopped");
        }
    }
}
