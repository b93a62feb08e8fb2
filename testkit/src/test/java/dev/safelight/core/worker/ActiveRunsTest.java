package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.change;
import static dev.safelight.core.worker.Surroundings.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

class ActiveRunsTest {
    private static final long FENCE = 5;

    private final Surroundings at = new Surroundings();
    private final ActiveRuns active = new ActiveRuns();
    private final Execution run = register(FENCE);

    @AfterEach
    void kill() {
        at.close();
    }

    private Execution register(long fence) {
        var made = at.execution(lease(1, fence), (job, run) -> {
            run.pause(Duration.ofMinutes(1));
            return Surroundings.made(1);
        });
        active.add(made);
        return made;
    }

    private List<String> reportOf(Execution one) {
        at.inRun(() -> new Attempt(one, Surroundings.job(one.task())).render());
        return at.store.asked();
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"SUCCEEDED", "FAILED", "CANCELLED"})
    void the_end_of_its_task_stops_a_run_which_says_that_it_stopped(TaskStatus end) {
        active.committed(change(lease(1, FENCE), end));
        assertThat(reportOf(run)).containsExactly("stopped");
    }

    @ParameterizedTest
    @CsvSource({"6, RUNNING", "6, SUCCEEDED", "6, RETRYING", "5, RETRYING"})
    void what_others_do_under_a_later_fence_or_after_a_rescue_stops_it_without_a_word(
            long fence, TaskStatus status) {
        active.committed(change(lease(1, fence), status));
        assertThat(run.hangs(at.time.instant().plusSeconds(60))).isTrue();
        assertThat(reportOf(run)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"RUNNING", "RETRYING"})
    void what_became_of_an_earlier_run_of_its_task_and_is_heard_late_does_not_stop_it(
            TaskStatus before) {
        active.committed(change(lease(1, FENCE - 1), before));
        reportOf(run);
        assertThat(at.runs.size()).isEqualTo(1);
    }

    @Test
    void its_own_progress_and_the_end_of_other_tasks_do_not_stop_it() {
        active.committed(change(lease(1, FENCE), TaskStatus.RUNNING));
        active.committed(change(lease(2, FENCE), TaskStatus.CANCELLED));
        reportOf(run);
        assertThat(at.runs.size()).isEqualTo(1);
    }

    @Test
    void a_run_that_has_ended_does_not_hang_however_long_its_slot_is_kept() {
        active.committed(change(lease(1, FENCE), TaskStatus.CANCELLED));
        var later = at.time.instant().plusSeconds(60);
        assertThat(run.hangs(later)).isTrue();
        assertThat(reportOf(run)).containsExactly("stopped");
        at.store.answer(WriteOutcome.STORED);
        at.letRun();
        assertThat(run.hangs(later)).isFalse();
    }

    @Test
    void the_first_reason_to_stop_counts() {
        active.stopAll(StopReason.DRAINED);
        active.committed(change(lease(1, FENCE), TaskStatus.CANCELLED));
        assertThat(reportOf(run)).containsExactly("give back");
    }

    @Test
    void the_end_of_an_earlier_run_leaves_the_later_run_of_its_task() {
        var later = register(FENCE + 1);
        active.remove(run);
        assertThat(active.size()).isEqualTo(1);
        active.remove(later);
        assertThat(active.size()).isZero();
    }
}
