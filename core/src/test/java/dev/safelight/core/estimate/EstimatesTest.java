package dev.safelight.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Effort;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskInput;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Terms;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class EstimatesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration TYPICAL = Duration.ofSeconds(100);
    private static final Route ROUTE = new Route(ToolName.GENERATE_IMAGE, "m", EngineName.SANDBOX);
    private static final TaskInput INPUT = new TaskInput("{}", Map.of(), null, null);
    private static final AccountId OWN = new AccountId(1);
    private static final AccountId OTHER = new AccountId(2);

    private Instant now = NOON;
    private final Estimates estimates = new Estimates(() -> now);
    private final Map<TaskId, Long> sequences = new HashMap<>();
    private final Map<TaskId, Instant> started = new HashMap<>();
    private long number;

    private TaskHeader header(AccountId account, int priority) {
        var id = new TaskId(new Id(now.toEpochMilli() << 16, ++number));
        var terms = new Terms(priority, Credits.ZERO, Duration.ofHours(1), Duration.ofHours(1));
        return new TaskHeader(id, new Owner(account, new KeyId(1)), ROUTE, terms);
    }

    private TaskHeader submit(AccountId account) {
        return submit(account, 5);
    }

    private TaskHeader submit(AccountId account, int priority) {
        var header = header(account, priority);
        happen(header, new TaskState.Pending(NOON), new TaskEvent.Submitted(INPUT));
        return header;
    }

    private void start(TaskHeader task) {
        var effort = new Effort(1, now, now.plus(Duration.ofHours(1)));
        started.put(task.id(), now);
        happen(
                task,
                new TaskState.Running(effort, new WorkerId(1), 0),
                new TaskEvent.Started(new WorkerId(1), effort));
    }

    private void succeed(TaskHeader task) {
        var output = new Output(List.of(), "{}");
        happen(
                task,
                new TaskState.Succeeded(Credits.ZERO, output),
                new TaskEvent.Succeeded(Credits.ZERO, output));
    }

    private void cancel(TaskHeader task) {
        happen(task, new TaskState.Cancelled(), new TaskEvent.Cancelled());
    }

    private void happen(TaskHeader header, TaskState state, TaskEvent event) {
        long sequence = sequences.merge(header.id(), 1L, Long::sum);
        var task = new Task(header, state, new Task.Stamp(sequence, 0));
        estimates.committed(List.of(new TaskChange(task, new LogEntry(sequence, now, event))));
    }

    /** One that began and ended, so long after one another. */
    private void run(Duration took) {
        var task = submit(OWN);
        start(task);
        now = now.plus(took);
        succeed(task);
    }

    private Duration untilDone(TaskHeader header, TaskState state) {
        var task = new Task(header, state, new Task.Stamp(1, 0));
        var times = new TaskView.Times(NOON, started.get(header.id()), null);
        return estimates.untilDone(new TaskView(task, 0, times, INPUT), TYPICAL);
    }

    private Duration untilDone(TaskHeader header) {
        return untilDone(header, new TaskState.Pending(NOON));
    }

    @Nested
    class WhenNothingIsKnown {
        @Test
        void a_task_takes_what_the_catalog_says() {
            assertThat(untilDone(submit(OWN))).isEqualTo(TYPICAL);
        }
    }

    @Nested
    class AfterSomeRuns {
        @Test
        void a_task_takes_what_the_run_in_the_middle_took() {
            for (int seconds : List.of(3, 900, 4, 1, 5)) run(Duration.ofSeconds(seconds));

            assertThat(untilDone(submit(OWN))).isEqualTo(Duration.ofSeconds(4));
        }

        @Test
        void runs_of_long_ago_count_no_more() {
            for (int i = 0; i < 40; i++) run(Duration.ofSeconds(500));
            for (int i = 0; i < 31; i++) run(Duration.ofSeconds(2));

            assertThat(untilDone(submit(OWN))).isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        void those_before_the_start_count_too() {
            estimates.learn(List.of(new PastRun(ROUTE, Duration.ofSeconds(7))));

            assertThat(untilDone(submit(OWN))).isEqualTo(Duration.ofSeconds(7));
        }

        @Test
        void a_failed_attempt_is_no_measure() {
            run(Duration.ofSeconds(4));
            var task = submit(OWN);
            start(task);
            now = now.plusSeconds(1_000);
            cancel(task);

            assertThat(untilDone(submit(OWN))).isEqualTo(Duration.ofSeconds(4));
        }
    }

    @Nested
    class WhileATaskRuns {
        private TaskState running() {
            return new TaskState.Running(new Effort(1, NOON, Instant.MAX), new WorkerId(1), 0);
        }

        @Test
        void what_it_has_had_is_taken_off() {
            run(Duration.ofSeconds(60));
            var task = submit(OWN);
            start(task);
            now = now.plusSeconds(20);

            assertThat(untilDone(task, running())).isEqualTo(Duration.ofSeconds(40));
        }

        @Test
        void it_is_never_said_to_be_done_already() {
            run(Duration.ofSeconds(2));
            var task = submit(OWN);
            start(task);
            now = now.plusSeconds(20);

            assertThat(untilDone(task, running())).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Nested
    class WhileOthersWaitBeforeIt {
        private final List<TaskHeader> before = new ArrayList<>();

        @BeforeEach
        void oneRunsAndThreeWait() {
            run(Duration.ofSeconds(10));
            start(submit(OWN));
            for (int i = 0; i < 3; i++) {
                now = now.plusSeconds(1);
                before.add(submit(OWN));
            }
            now = now.plusSeconds(1);
        }

        @Test
        void each_of_them_is_waited_for() {
            // Half of the one that runs, three, and its own.
            assertThat(untilDone(submit(OWN))).isEqualTo(Duration.ofSeconds(45));
        }

        @Test
        void one_that_leaves_is_waited_for_no_more() {
            cancel(before.getFirst());

            assertThat(untilDone(submit(OWN))).isEqualTo(Duration.ofSeconds(35));
        }

        @Test
        void a_higher_priority_passes_them() {
            assertThat(untilDone(submit(OWN, 9))).isEqualTo(Duration.ofSeconds(15));
        }

        @Test
        void another_account_takes_turns_with_them() {
            assertThat(untilDone(submit(OTHER))).isEqualTo(Duration.ofSeconds(25));
        }

        @Test
        void one_that_is_about_to_be_submitted_is_told_the_same() {
            var asked = estimates.untilDoneOfNew(OWN, ROUTE, 5, TYPICAL);

            assertThat(asked).isEqualTo(untilDone(submit(OWN)));
        }
    }

    @Nested
    class AfterARestart {
        @Test
        void what_was_live_is_counted_until_it_ends() {
            estimates.learn(List.of(new PastRun(ROUTE, Duration.ofSeconds(10))));
            var running = header(OWN, 5);
            var effort = new Effort(1, now, Instant.MAX);
            var state = new TaskState.Running(effort, new WorkerId(1), 0);
            estimates.found(new Task(running, state, new Task.Stamp(2, 1)));
            sequences.put(running.id(), 2L);
            now = now.plusSeconds(1);
            var waiting = submit(OWN);

            assertThat(untilDone(waiting)).isEqualTo(Duration.ofSeconds(15));
            succeed(running);
            assertThat(untilDone(waiting)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Nested
    class ForWhoeverPolls {
        @Test
        void the_pause_grows_with_the_wait_and_ends_at_a_quarter_of_a_minute() {
            var quick = submit(OWN);
            estimates.learn(List.of(new PastRun(ROUTE, Duration.ofSeconds(2))));
            assertThat(pause(quick)).isEqualTo(Duration.ofSeconds(1));

            estimates.learn(List.of(new PastRun(ROUTE, Duration.ofSeconds(1_000))));
            assertThat(pause(quick)).isEqualTo(Duration.ofSeconds(15));
        }

        private Duration pause(TaskHeader header) {
            var state = new TaskState.Pending(NOON);
            var task = new Task(header, state, new Task.Stamp(1, 0));
            var times = new TaskView.Times(NOON, null, null);
            return estimates.pause(new TaskView(task, 0, times, INPUT), TYPICAL);
        }
    }
}
