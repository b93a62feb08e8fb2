package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

class TaskLifecycleTest {
    /** What each event makes of a state that is pending, running, retrying, or ended. */
    private static final String TABLE = """
            SUBMITTED  ALREADY_SUBMITTED ALREADY_SUBMITTED ALREADY_SUBMITTED TERMINAL
            STARTED    RUNNING           NOT_WAITING       RUNNING           TERMINAL
            PROGRESSED NOT_RUNNING       RUNNING           NOT_RUNNING       TERMINAL
            RETRIED    NOT_RUNNING       RETRYING          NOT_RUNNING       TERMINAL
            RETURNED   NOT_RUNNING       RETRYING          NOT_RUNNING       TERMINAL
            SUCCEEDED  NOT_RUNNING       SUCCEEDED         NOT_RUNNING       TERMINAL
            FAILED     FAILED            FAILED            FAILED            TERMINAL
            CANCELLED  CANCELLED         CANCELLED         CANCELLED         TERMINAL
            STOPPED    NOT_ENDED         NOT_ENDED         NOT_ENDED         SAME
            """;

    @TestFactory
    Stream<DynamicTest> each_event_moves_each_state_as_the_table_says() {
        return TABLE.lines().map(line -> line.split("\\s+")).flatMap(this::row);
    }

    private Stream<DynamicTest> row(String[] row) {
        var event = Samples.events().stream()
                .filter(sample -> sample.kind().name().equals(row[0]))
                .findFirst()
                .orElseThrow();
        return Samples.states().stream().map(state -> {
            String due = row[1 + Math.min(3, state.status().code())];
            return DynamicTest.dynamicTest(
                    event.kind() + " while " + state.status(),
                    () -> assertThat(outcome(state, event))
                            .isEqualTo(due.equals("SAME") ? state.status().name() : due));
        });
    }

    private static String outcome(TaskState state, TaskEvent event) {
        return switch (TaskLifecycle.apply(state, event)) {
            case Transition.Moved(var next) -> next.status().name();
            case Transition.Refused refused -> refused.name();
        };
    }

    @Test
    void the_table_knows_every_state_and_every_event() {
        assertThat(classes(Samples.states()))
                .isEqualTo(leaves(TaskState.Live.class, TaskState.Terminal.class));
        assertThat(classes(Samples.events())).isEqualTo(leaves(TaskEvent.class));
    }

    private static Set<Class<?>> classes(Iterable<?> samples) {
        var classes = new LinkedHashSet<Class<?>>();
        samples.forEach(sample -> classes.add(sample.getClass()));
        return classes;
    }

    private static Set<Class<?>> leaves(Class<?>... families) {
        var leaves = new LinkedHashSet<Class<?>>();
        for (var family : families) {
            Arrays.stream(family.getPermittedSubclasses())
                    .filter(Class::isRecord)
                    .forEach(leaves::add);
        }
        return leaves;
    }

    @Test
    void nothing_that_happens_after_the_end_changes_it() {
        for (var state : Samples.states()) {
            if (!state.status().isTerminal()) continue;
            for (var event : Samples.events()) {
                if (TaskLifecycle.apply(state, event) instanceof Transition.Moved(var next))
                    assertThat(next).isSameAs(state);
            }
        }
    }

    @Test
    void a_returned_attempt_is_not_counted() {
        var running = new TaskState.Running(Samples.FIRST, Samples.WORKER, 40);
        var returned = moved(running, new TaskEvent.Returned(Samples.NOON));
        assertThat(((TaskState.Retrying) returned).effort().attempts()).isZero();
    }

    @Test
    void a_later_start_has_the_effort_that_it_tells() {
        var retrying = new TaskState.Retrying(Samples.FIRST, Samples.NOON);
        var later = new Effort(2, Samples.NOON.plusSeconds(99), Samples.NOON.plusSeconds(999));
        var running = moved(retrying, new TaskEvent.Started(Samples.WORKER, later));
        assertThat(((TaskState.Running) running).effort()).isEqualTo(later);
    }

    private static TaskState moved(TaskState state, TaskEvent event) {
        return ((Transition.Moved) TaskLifecycle.apply(state, event)).next();
    }
}
