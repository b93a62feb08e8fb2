package dev.safelight.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.testkit.simulation.ActingEngine;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

class WorkerFaultsTest {
    private static final Duration LONG = Duration.ofMinutes(4);

    private @Nullable Workplace open;

    @AfterEach
    void close() {
        if (open != null) open.close();
    }

    private Workplace workplace(int queueLimit, ActingEngine.Act act, UnaryOperator<Jobs> jobs) {
        var opened = new Workplace(queueLimit, act, jobs);
        open = opened;
        return opened;
    }

    private Workplace workplace(ActingEngine.Act act) {
        return workplace(100, act, UnaryOperator.identity());
    }

    private static Made made(@Nullable Tier tier) {
        var facts = JsonMapper.shared().createObjectNode().put("seed", 7);
        facts.put("engine", "somebody else").put("tier", "remote");
        var file = new MadeFile("text/plain", "a.txt", Content.of(new byte[] {1}), facts);
        return new Made(List.of(file), facts, tier);
    }

    private static Made workLong(Run run) throws Stopped {
        run.pause(LONG);
        return made(null);
    }

    private static List<TaskEvent.Kind> story(Workplace at, TaskId task) {
        return at.store.reads().log(at.ann().account(), task, 0, 100).join().stream()
                .map(LogEntry::kind)
                .toList();
    }

    @Nested
    class WhenAnEngineBreaks {
        @Test
        void whatever_it_throws_is_a_failed_attempt_and_frees_its_slot() {
            for (var error :
                    List.of(new AssertionError("broken"), new IOError(new IOException("broken")))) {
                var at = workplace((job, run) -> {
                    throw error;
                });
                var task = at.submit();
                assertThat(at.view(task).status()).isEqualTo(TaskStatus.RETRYING);
                assertThat(at.worker.running()).isZero();
                at.pass(Duration.ofMinutes(1));
                assertThat(at.view(task).state())
                        .isInstanceOfSatisfying(
                                TaskState.Failed.class,
                                failed -> assertThat(failed.failure().code())
                                        .isEqualTo(FailureCode.ENGINE_CRASHED));
                close();
            }
        }
    }

    @Nested
    class WhenATaskCannotBeRead {
        private @Nullable TaskId first;

        /** Fails whatever the first task that is read is part of. */
        private Jobs withoutTheFirst(Jobs jobs) {
            return leases -> leases.stream().anyMatch(this::isTheFirst)
                    ? CompletableFuture.failedFuture(
                            new StoreFault(StoreFault.Kind.BROKEN, "unreadable"))
                    : jobs.of(leases);
        }

        private boolean isTheFirst(Lease lease) {
            if (first == null) first = lease.task();
            return lease.task().equals(first);
        }

        @Test
        void those_claimed_with_it_run() {
            var at = workplace(100, (job, run) -> made(null), this::withoutTheFirst);
            var tasks = at.submitTogether(2);
            assertThat(at.view(tasks.getFirst()).status()).isEqualTo(TaskStatus.RETRYING);
            assertThat(at.view(tasks.getLast()).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }

        @Test
        void it_fails_in_the_end_and_the_worker_does_not_spin() {
            var at = workplace(100, (job, run) -> made(null), this::withoutTheFirst);
            var task = at.submit();
            assertThat(at.view(task).status()).isEqualTo(TaskStatus.RETRYING);
            at.pass(Duration.ofMinutes(1));
            assertThat(at.view(task).state())
                    .isInstanceOfSatisfying(
                            TaskState.Failed.class,
                            failed -> assertThat(failed.failure().code())
                                    .isEqualTo(FailureCode.STORAGE_FAILED));
        }
    }

    @Nested
    class WhileItDrains {
        @Test
        void what_is_queued_is_not_started() {
            var at = workplace((job, run) -> made(null));
            at.worker.drain();
            at.settle();
            var task = at.submit();
            at.pass(Duration.ofSeconds(10));
            assertThat(story(at, task)).containsExactly(TaskEvent.Kind.SUBMITTED);
        }

        @Test
        void a_full_queue_keeps_no_run_from_going_back() {
            var at = workplace(1, (job, run) -> workLong(run), UnaryOperator.identity());
            var task = at.submit();
            assertThat(at.view(task).status()).isEqualTo(TaskStatus.RUNNING);
            at.worker.drain();
            at.settle();
            var _ = at.store.accounts().open(at.key("somebody"));
            at.worker.giveBack();
            while (at.work()) {
                // The queue is full all the while.
            }
            assertThat(at.worker.running()).isEqualTo(1);
            at.pass(Duration.ofSeconds(2));
            assertThat(at.worker.running()).isZero();
            assertThat(story(at, task)).contains(TaskEvent.Kind.RETURNED);
        }
    }

    @Nested
    class WhenTheStoreIsGone {
        @Test
        void a_cancelled_run_ends_once_the_worker_gives_up() {
            var at = workplace((job, run) -> workLong(run));
            var task = at.submit();
            var _ = at.store.tasks().cancel(at.ann().account(), task);
            at.write();
            at.store.close();
            at.time.pass(Duration.ofSeconds(1));
            assertThat(at.runs.size()).isEqualTo(1);
            at.worker.giveUp();
            while (at.runs.canGoOn()) at.runs.goOn(new Random(1));
            assertThat(at.runs.size()).isZero();
        }
    }

    @Nested
    class WhenAnEngineDoesNotStop {
        @Test
        void it_is_counted_after_a_minute_until_it_does() {
            var never = new CompletableFuture<Void>();
            var at = workplace((job, run) -> {
                Objects.requireNonNull(open).runs.pause(LONG, never);
                return made(null);
            });
            var task = at.submit();
            var _ = at.store.tasks().cancel(at.ann().account(), task);
            at.pass(Duration.ofSeconds(50));
            assertThat(at.worker.hanging()).isZero();
            at.pass(Duration.ofSeconds(20));
            assertThat(at.worker.hanging()).isEqualTo(1);
            at.pass(LONG);
            assertThat(at.worker.hanging()).isZero();
            assertThat(at.worker.running()).isZero();
        }
    }

    @Nested
    class AResult {
        @Test
        void names_the_engine_and_what_it_really_was_whatever_the_engine_says() {
            var at = workplace((job, run) -> made(Tier.PROGRAM));
            var task = at.submit();
            var done = (TaskState.Succeeded) at.view(task).state();
            var facts = JsonMapper.shared().readTree(done.output().facts());
            assertThat(facts.get("engine").asString()).isEqualTo("sandbox");
            assertThat(facts.get("tier").asString()).isEqualTo("program");
            assertThat(facts.get("seed").asInt()).isEqualTo(7);
            assertThat(facts.at("/files/0/seed").asInt()).isEqualTo(7);
            assertThat(facts.at("/files/0/bytes").asInt()).isEqualTo(1);
        }
    }
}
