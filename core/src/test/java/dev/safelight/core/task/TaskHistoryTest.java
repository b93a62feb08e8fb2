package dev.safelight.core.task;

import static dev.safelight.core.task.Samples.HEADER;
import static dev.safelight.core.task.Samples.NOON;
import static dev.safelight.core.task.Samples.WORKER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class TaskHistoryTest {
    private final List<LogEntry> log = new ArrayList<>();

    private void happens(Instant at, TaskEvent event) {
        log.add(new LogEntry(log.size() + 1, at, event));
    }

    private TaskView view() {
        return TaskHistory.view(HEADER, log);
    }

    /** What the rules decide, entry by entry. */
    private void happensByTheRules() {
        var rules = new TaskRules(Retries.DEFAULT);
        happens(NOON, new TaskEvent.Submitted(Samples.INPUT));
        var task = TaskLifecycle.begin(HEADER, NOON);
        task = decided(NOON.plusSeconds(1), rules.start(task, WORKER, NOON.plusSeconds(1)));
        task = decided(NOON.plusSeconds(2), rules.progress(task, task.lease(), 40));
        task = decided(
                NOON.plusSeconds(3),
                rules.fail(task, task.lease(), Samples.BROKEN, true, NOON.plusSeconds(3)));
        task = decided(NOON.plusSeconds(9), rules.start(task, WORKER, NOON.plusSeconds(9)));
        decided(NOON.plusSeconds(20), rules.complete(task, task.lease(), Samples.OUTPUT));
    }

    private Task decided(Instant at, Decision decision) {
        var change = (Decision.Change) decision;
        happens(at, change.event());
        assertThat(view().task()).isEqualTo(change.next());
        return change.next();
    }

    @Test
    void after_every_decision_it_is_what_was_decided() {
        happensByTheRules();
        assertThat(view().status()).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void shows_when_it_was_asked_for_first_started_and_ended() {
        happensByTheRules();
        happens(NOON.plusSeconds(30), new TaskEvent.Stopped());
        assertThat(view().times())
                .isEqualTo(new TaskView.Times(NOON, NOON.plusSeconds(1), NOON.plusSeconds(20)));
    }

    @Test
    void shows_the_task_as_of_any_earlier_entry() {
        happensByTheRules();
        assertThat(TaskHistory.view(HEADER, log.subList(0, 3)).progress()).isEqualTo(40);
        assertThat(TaskHistory.view(HEADER, log.subList(0, 4)).status())
                .isEqualTo(TaskStatus.RETRYING);
    }

    @Test
    void tells_the_entries_after_one_each_with_the_task_as_of_it() {
        happensByTheRules();
        var moments = TaskHistory.moments(HEADER, log, 2);
        assertThat(moments).extracting(Moment::entry).isEqualTo(log.subList(2, log.size()));
        for (int at = 0; at < moments.size(); at++)
            assertThat(moments.get(at).view())
                    .isEqualTo(TaskHistory.view(HEADER, log.subList(0, at + 3)));
    }

    @Test
    void a_later_start_of_version_1_goes_on_from_the_effort_before() {
        happens(NOON, new TaskEvent.Submitted(Samples.INPUT));
        started(NOON.plusSeconds(1), 1);
        happens(NOON.plusSeconds(2), new TaskEvent.Retried(Samples.BROKEN, NOON.plusSeconds(3)));
        started(NOON.plusSeconds(3), 2);
        happens(NOON.plusSeconds(4), new TaskEvent.Returned(NOON.plusSeconds(4)));
        started(NOON.plusSeconds(5), 2);
        var first = NOON.plusSeconds(1);
        var effort = new Effort(2, first, first.plus(HEADER.terms().runLimit()));
        assertThat(view().state()).isEqualTo(new TaskState.Running(effort, WORKER, 0));
        assertThat(view().times().started()).isEqualTo(first);
    }

    private void started(Instant at, int attempt) {
        var body = "{\"attempt\":" + attempt + ",\"worker\":" + WORKER.number() + "}";
        var context = new EventJson.Context(HEADER, EventJson.Ties.NONE, at);
        happens(at, EventJson.read(TaskEvent.Kind.STARTED, body, context));
    }

    @Test
    void entries_that_are_no_log_are_refused() {
        assertThatIllegalStateException().isThrownBy(this::view);
        happens(NOON, new TaskEvent.Cancelled());
        assertThatIllegalStateException().isThrownBy(this::view);
        log.clear();
        happens(NOON, new TaskEvent.Submitted(Samples.INPUT));
        log.add(new LogEntry(3, NOON, new TaskEvent.Cancelled()));
        assertThatIllegalStateException().isThrownBy(this::view);
        log.removeLast();
        happens(NOON, new TaskEvent.Progressed(5));
        assertThatIllegalStateException().isThrownBy(this::view);
    }
}
