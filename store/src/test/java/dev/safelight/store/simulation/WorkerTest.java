package dev.safelight.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.worker.WorkerSettings;
import dev.safelight.testkit.simulation.ActingEngine;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

class WorkerTest {
    private static final Duration LEASE = WorkerSettings.DEFAULT.lease();

    private static Made made() {
        var facts = JsonMapper.shared().createObjectNode();
        var file = new MadeFile("text/plain", "a.txt", Content.of(new byte[] {1}), facts);
        return new Made(List.of(file), facts);
    }

    private static Workplace workplace(int queueLimit) {
        return new Workplace(queueLimit, (job, run) -> made(), UnaryOperator.identity());
    }

    @Test
    void a_store_that_takes_nothing_is_not_asked_over_and_over() {
        try (var at = workplace(0)) {
            assertThat(at.nextWake()).isAfter(at.time.instant());
        }
    }

    /** Runs a task for so long and says what its log tells. */
    private static List<TaskEvent.Kind> storyOfATaskThatTakes(Duration time) {
        ActingEngine.Act act = (job, run) -> {
            run.pause(time);
            return made();
        };
        try (var at = new Workplace(100, act, UnaryOperator.identity())) {
            var task = at.submit();
            at.pass(time.plus(LEASE));
            return at.store.reads().log(at.ann().account(), task, 0, 100).join().stream()
                    .map(LogEntry::kind)
                    .toList();
        }
    }

    @Test
    void a_task_of_many_leases_runs_once() {
        for (int leases : new int[] {1, 2, 3, 7, 15}) {
            assertThat(storyOfATaskThatTakes(LEASE.multipliedBy(leases).plusSeconds(1)))
                    .as("a task of %d leases", leases)
                    .containsExactly(
                            TaskEvent.Kind.SUBMITTED,
                            TaskEvent.Kind.STARTED,
                            TaskEvent.Kind.SUCCEEDED);
        }
    }

    @Test
    void a_worker_without_work_is_still_there_after_many_leases() {
        try (var at = workplace(100)) {
            at.pass(LEASE.multipliedBy(20));
            var entered = new NewWorker("node-2", Duration.ofHours(1), Map.of());
            var next = at.store.tasks().enter(entered);
            at.settle();
            // Workers are numbered: whoever entered again meanwhile would have taken a number.
            assertThat(next.join().number()).isEqualTo(2);
            assertThat(at.view(at.submit()).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void once_dismissed_it_enters_again_as_soon_as_it_hears_of_it() {
        try (var at = workplace(100)) {
            // Somebody else came in under its node's name: its leases ended, its claim came back.
            var node = WorkerSettings.DEFAULT.node();
            var _ = at.store.tasks().enter(new NewWorker(node, Duration.ofHours(1), Map.of()));
            at.settle();
            assertThat(at.view(at.submit()).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }
}
