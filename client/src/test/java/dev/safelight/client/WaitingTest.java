package dev.safelight.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.testkit.wire.Fault;
import dev.safelight.testkit.wire.Script;
import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class WaitingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StandIn server = StandIn.start();
    private final TestTime time = new TestTime();
    private final Safelight safelight =
            Safelight.connect(server.origin(), StandIn.KEY, time.environment());

    /** A held call takes as long as it asked for, unless it is answered with a finished task. */
    @BeforeEach
    void heldCallsTakeTime() {
        server.whenCalled(call -> {
            if (call.tool().equals("wait-for-task"))
                time.advance(
                        Duration.ofSeconds(call.input().path("timeoutSeconds").asInt()));
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TaskId submit(Script script) throws InterruptedException {
        server.script(script);
        return safelight.submit(SpeechRequest.of("hello")).task();
    }

    @Nested
    class WhileHeldCallsWork {
        @Test
        void they_are_repeated_until_the_task_is_done() throws Exception {
            Task done = safelight.await(submit(Script.done(0, 30, 60)), PATIENCE);
            assertThat(done.state()).isInstanceOf(TaskState.Completed.class);
            assertThat(server.received("wait-for-task")).hasSize(4);
            assertThat(server.received("get-task-status")).isEmpty();
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void a_watcher_is_shown_every_view_and_the_last() throws Exception {
            List<Integer> seen = new ArrayList<>();
            safelight.await(submit(Script.done(0, 30, 60)), PATIENCE, t -> seen.add(t.progress()));
            assertThat(seen).containsExactly(0, 30, 60, 100);
        }

        @Test
        void a_watcher_makes_each_call_a_second_long() throws Exception {
            safelight.await(submit(Script.done(0)), PATIENCE, task -> {});
            assertThat(server.received("wait-for-task"))
                    .extracting(call -> call.input().path("timeoutSeconds").asInt())
                    .containsOnly(1);
        }

        @Test
        void failed_and_cancelled_are_ends_too() throws Exception {
            for (var end : List.of(Script.End.FAILED, Script.End.CANCELLED))
                assertThat(safelight.await(submit(Script.ending(end)), PATIENCE).isDone())
                        .isTrue();
        }

        @Test
        void no_call_is_held_longer_than_patience_is_left() {
            assertThatThrownBy(() ->
                            safelight.await(submit(Script.ending(Script.End.NEVER)), seconds(90)))
                    .isInstanceOf(WaitTimeoutException.class)
                    .hasMessageContaining("90 s");
            assertThat(server.received("wait-for-task"))
                    .extracting(call -> call.input().path("timeoutSeconds").asInt())
                    .containsExactly(60, 30);
        }

        @Test
        void a_server_that_answers_at_once_is_not_asked_without_pause() throws Exception {
            server.whenCalled(call -> {});
            safelight.await(submit(Script.done(10, 20)), PATIENCE);
            assertThat(time.pauses()).containsExactly(seconds(2), seconds(2));
        }
    }

    @Nested
    class AfterAConnectionBroke {
        @Test
        void it_polls_to_the_end() throws Exception {
            server.fault("wait-for-task", new Fault.Broken());
            Task done = safelight.await(submit(Script.done(0, 30, 60)), PATIENCE);
            assertThat(done.state()).isInstanceOf(TaskState.Completed.class);
            assertThat(server.received("wait-for-task")).hasSize(1);
            assertThat(server.received("get-task-status")).hasSize(3);
            assertThat(time.pauses()).containsOnly(seconds(2));
        }

        @Test
        void a_proxy_that_gave_up_counts_as_broken() throws Exception {
            server.fault("wait-for-task", new Fault.Page(504, "<h1>Gateway Timeout</h1>"));
            safelight.await(submit(Script.done()), PATIENCE);
            assertThat(server.received("get-task-status")).hasSize(1);
        }

        @Test
        void a_server_that_stays_away_ends_in_the_timeout() throws Exception {
            TaskId id = submit(Script.ending(Script.End.NEVER));
            server.close();
            assertThatThrownBy(() -> safelight.await(id, seconds(20)))
                    .isInstanceOf(WaitTimeoutException.class);
            assertThat(time.pauses()).hasSize(10);
        }
    }

    @Test
    void a_task_that_is_not_there_is_told_at_once() {
        assertThatThrownBy(() -> safelight.await(new TaskId("task_none"), PATIENCE))
                .isInstanceOf(ApiException.class);
        assertThat(server.received()).hasSize(1);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
