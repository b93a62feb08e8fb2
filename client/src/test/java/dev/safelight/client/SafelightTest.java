package dev.safelight.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.safelight.testkit.wire.Fault;
import dev.safelight.testkit.wire.Received;
import dev.safelight.testkit.wire.Script;
import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;

class SafelightTest {
    private static final SessionId SESSION = new SessionId("sess_1");

    private final StandIn server = StandIn.start();
    private final TestTime time = new TestTime();
    private final Safelight safelight =
            Safelight.connect(server.origin(), StandIn.KEY, time.environment());

    @AfterEach
    void stop() {
        server.close();
    }

    private Submitted submitPicture() throws InterruptedException {
        return safelight.submit(ImageRequest.of(SESSION, "a cat"));
    }

    @Nested
    class Connecting {
        @Test
        void an_address_may_end_at_the_host_the_version_or_the_tools() throws Exception {
            for (String end : List.of("", "/", "/api/v1", "/api/v1/", "/api/v1/tools"))
                Safelight.connect(URI.create(server.origin() + end), StandIn.KEY)
                        .balance();
            assertThat(server.received("get-credit-balance")).hasSize(5);
        }

        @Test
        void a_path_in_front_of_the_api_is_kept() {
            assertThat(BaseAddress.of(URI.create("https://example.test/media/api/v1")))
                    .hasToString("https://example.test/media/api/v1");
        }

        @Test
        void what_is_no_web_address_is_refused_before_anything_is_sent() {
            for (String base : List.of("localhost:8080", "ftp://host", "/api/v1"))
                assertThatThrownBy(() -> Safelight.connect(URI.create(base), "key"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("http://127.0.0.1:8080");
        }

        @Test
        void a_port_where_nobody_listens_is_told_at_once() {
            server.close();
            var e = catchThrowableOfType(ConnectionException.class, safelight::balance);
            assertThat(e.kind()).isEqualTo(ConnectionException.Kind.REFUSED);
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void another_server_is_told_apart_from_a_refusal() {
            server.fault("get-credit-balance", new Fault.Page(404, "<h1>Not here</h1>"));
            server.fault("get-credit-balance", new Fault.Page(200, "<h1>Welcome</h1>"));
            for (int i = 0; i < 2; i++) {
                var e = catchThrowableOfType(ConnectionException.class, safelight::balance);
                assertThat(e.kind()).isEqualTo(ConnectionException.Kind.UNREADABLE);
            }
        }
    }

    @Nested
    class Submitting {
        @Test
        void a_session_and_a_picture() throws Exception {
            Session session = safelight.createSession("My first");
            var request = ImageRequest.of(session.id(), "a cat in space")
                    .aspectRatio("16:9")
                    .size("2K")
                    .style("noir")
                    .seed(7)
                    .with(SubmitOptions.NONE.priority(9).metadata("job", "42"));
            Submitted submitted = safelight.submit(request);
            assertThat(session.title()).isEqualTo("My first");
            assertThat(submitted.estimatedCredits()).isEqualTo(80);
            assertThat(submitted.replayed()).isFalse();
            assertThat(last("generate-image-from-text").input().toString())
                    .isEqualTo("{\"workerId\":\"" + session.id()
                            + "\",\"prompt\":\"a cat in space\",\"aspectRatio\":\"16:9\","
                            + "\"imageSize\":\"2K\",\"style\":\"noir\",\"seed\":7,\"priority\":9,"
                            + "\"metadata\":{\"job\":\"42\"}}");
        }

        @Test
        void speech_with_what_was_set_and_nothing_else() throws Exception {
            var deadlines =
                    new SubmitOptions.Deadlines(Duration.ofMinutes(1), Duration.ofSeconds(5));
            safelight.submit(SpeechRequest.of("hello")
                    .voice("joe")
                    .speed(1.25)
                    .format("flac")
                    .with(SubmitOptions.NONE.deadlines(deadlines)));
            assertThat(last("generate-tts").input().toString())
                    .isEqualTo("{\"text\":\"hello\",\"voiceId\":\"joe\",\"speed\":1.25,"
                            + "\"format\":\"flac\",\"startDeadlineSeconds\":60,"
                            + "\"runDeadlineSeconds\":5}");
        }

        @Test
        void an_answer_lost_on_the_way_back_does_not_make_a_second_task() throws Exception {
            server.fault("generate-image-from-text", new Fault.Broken());
            Submitted submitted = submitPicture();
            assertThat(submitted.replayed()).isTrue();
            assertThat(server.received("generate-image-from-text")).hasSize(2);
            assertThat(server.tasks()).isOne();
        }

        @Test
        void two_submits_are_two_tasks() throws Exception {
            assertThat(submitPicture().task()).isNotEqualTo(submitPicture().task());
        }

        @Test
        void the_callers_own_key_holds_over_calls() throws Exception {
            var request =
                    SpeechRequest.of("hi").with(SubmitOptions.NONE.idempotencyKey("order-77"));
            TaskId first = safelight.submit(request).task();
            Submitted second = safelight.submit(request);
            assertThat(second).isEqualTo(new Submitted(first, 10, true));
            assertThat(last("generate-tts").idempotencyKey()).isEqualTo("order-77");
        }

        @Test
        void a_session_is_not_asked_for_twice_when_the_answer_is_lost() {
            server.fault("create-session", new Fault.Broken());
            assertThatThrownBy(() -> safelight.createSession("once"))
                    .isInstanceOf(ConnectionException.class);
            assertThat(server.received("create-session")).hasSize(1);
        }

        private Received last(String tool) {
            return server.received(tool).getLast();
        }
    }

    @Nested
    class WhenTheServerRefuses {
        @Test
        void the_exception_tells_all_that_the_server_said() {
            server.fault(
                    "generate-image-from-text",
                    Fault.refusal(402, "insufficient_credits", "Not enough credits."));
            var e = catchThrowableOfType(ApiException.class, SafelightTest.this::submitPicture);
            assertThat(e.status()).isEqualTo(402);
            assertThat(e.code()).isEqualTo("insufficient_credits");
            assertThat(e).hasMessage("Not enough credits.");
            assertThat(e.retryable()).isFalse();
            assertThat(e.requestId()).isEqualTo("req-1");
            assertThat(server.received()).hasSize(1);
        }

        @Test
        void a_wrong_key_is_401() {
            var stranger = Safelight.connect(server.origin(), "sl_test_wrong");
            var e = catchThrowableOfType(ApiException.class, stranger::balance);
            assertThat(e.status()).isEqualTo(401);
        }

        @Test
        void a_busy_server_is_asked_again_after_as_long_as_it_says() throws Exception {
            server.fault("get-credit-balance", Fault.busy(429, 7));
            server.fault("get-credit-balance", Fault.busy(503, 2));
            safelight.balance();
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
        }

        @Test
        void without_a_word_on_when_the_pauses_grow() throws Exception {
            for (int i = 0; i < 3; i++)
                server.fault("get-credit-balance", new Fault.Page(503, "<h1>Busy</h1>"));
            safelight.balance();
            assertThat(time.pauses())
                    .extracting(Duration::toMillis)
                    .containsExactly(500L, 1_000L, 2_000L);
        }

        @Test
        void after_four_attempts_it_gives_up() {
            for (int i = 0; i < 5; i++) server.fault("get-credit-balance", Fault.busy(503, 1));
            assertThatThrownBy(safelight::balance).isInstanceOf(ApiException.class);
            assertThat(server.received()).hasSize(4);
        }

        @Test
        void a_pause_of_hours_is_reported_instead_of_slept() {
            server.fault("get-credit-balance", Fault.busy(429, 7_200));
            var e = catchThrowableOfType(ApiException.class, safelight::balance);
            assertThat(e.retryAfter()).contains(Duration.ofHours(2));
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void a_session_is_asked_for_again_only_when_the_first_surely_did_nothing()
                throws Exception {
            server.fault("create-session", Fault.busy(429, 1));
            safelight.createSession("limited");
            server.fault("create-session", Fault.busy(503, 1));
            assertThatThrownBy(() -> safelight.createSession("unknown"))
                    .isInstanceOf(ApiException.class);
            assertThat(server.received("create-session")).hasSize(3);
        }
    }

    @Nested
    class Reading {
        @Test
        void the_balance() throws Exception {
            assertThat(safelight.balance()).isEqualTo(new Balance(100_000, 99_910, 80, 10));
        }

        @Test
        void an_estimate_names_the_tool_and_submits_nothing() throws Exception {
            Estimate estimate = safelight.estimate(SpeechRequest.of("hi"));
            assertThat(estimate).isEqualTo(new Estimate(80, Duration.ofSeconds(6)));
            assertThat(server.received().getFirst().input().toString())
                    .isEqualTo("{\"tool\":\"generate-tts\",\"input\":{\"text\":\"hi\"}}");
            assertThat(server.tasks()).isZero();
        }

        @Test
        void the_voices() throws Exception {
            assertThat(safelight.voices()).containsExactly(new Voice("joe", "Joe", "en-US"));
        }

        @Test
        void a_list_page_by_page() throws Exception {
            for (int i = 0; i < 3; i++) submitPicture();
            TaskPage first = safelight.tasks(TaskQuery.newest(2));
            TaskPage second = safelight.tasks(TaskQuery.newest(2).after(first));
            assertThat(first.tasks()).hasSize(2);
            assertThat(second.tasks()).hasSize(1).doesNotContainAnyElementsOf(first.tasks());
            assertThat(second.next()).isNull();
        }

        @Test
        void each_state_with_what_belongs_to_it() throws Exception {
            server.script(Script.done(0, 40));
            TaskId id = submitPicture().task();
            assertThat(safelight.task(id).state()).isEqualTo(new TaskState.Pending());
            assertThat(safelight.task(id).state()).isEqualTo(new TaskState.Processing(40));
            assertThat(safelight.task(id).state()).isInstanceOf(TaskState.Completed.class);
            server.script(Script.ending(Script.End.FAILED));
            assertThat(safelight.task(submitPicture().task()).state())
                    .isEqualTo(new TaskState.Failed(
                            new Failure(
                                    "MODEL_ERROR",
                                    "The model returned no output. Try a different prompt.",
                                    true),
                            0));
        }

        @Test
        void cancelling_answers_with_the_state_that_won() throws Exception {
            server.script(Script.ending(Script.End.NEVER));
            assertThat(safelight.cancel(submitPicture().task()).state())
                    .isEqualTo(new TaskState.Cancelled(0));
            server.script(Script.done());
            assertThat(safelight.cancel(submitPicture().task()).state())
                    .isInstanceOf(TaskState.Completed.class);
        }
    }
}
