package dev.safelight.core.task;

import static dev.safelight.core.task.Samples.NOON;
import static dev.safelight.core.task.Samples.WORKER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.SessionId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class EventJsonTest {
    private static final EventJson.Context CONTEXT =
            new EventJson.Context(Samples.HEADER, EventJson.Ties.NONE, NOON);

    private static TaskEvent read(TaskEvent.Kind kind, String body) {
        return EventJson.read(kind, body, CONTEXT);
    }

    private static TaskEvent again(TaskEvent event) {
        return EventJson.read(event.kind(), EventJson.write(event), CONTEXT);
    }

    @Nested
    class EveryEvent {
        @Test
        void reads_as_it_was_written() {
            for (var event : Samples.events()) assertThat(again(event)).isEqualTo(event);
        }

        @Test
        void that_has_a_body_says_in_which_form() {
            for (var event : Samples.events()) {
                String body = EventJson.write(event);
                if (body == null || event instanceof TaskEvent.Progressed) continue;
                var version = JsonMapper.shared().readTree(body).get("v").asInt();
                assertThat(version).as(body).isEqualTo(2);
            }
        }

        @Test
        void keeps_what_callers_wrote_to_the_letter() {
            var words = new LinkedHashMap<String, String>();
            words.put("who", "\"Zoë\"\n");
            words.put("answer", "42");
            var input = "{\"answer\":{\"metadata\":1},\"prompt\":\"ö \\u0000 猫\"}";
            var event = new TaskEvent.Submitted(new TaskInput(input, words, null, null));
            assertThat(again(event)).isEqualTo(event);
        }

        @Test
        void keeps_several_files_in_their_order() {
            var files = List.of(new AssetId(new Id(1, 1)), new AssetId(new Id(2, 2)));
            var event = new TaskEvent.Succeeded(
                    new Credits(7), new Output(files, "{\"engine\":\"sandbox\"}"));
            assertThat(again(event)).isEqualTo(event);
        }

        @Test
        void of_a_submit_takes_its_session_from_the_context() {
            var session = new SessionId(new Id(3, 4));
            var body = EventJson.write(new TaskEvent.Submitted(Samples.INPUT));
            var context = new EventJson.Context(
                    Samples.HEADER, new EventJson.Ties(session, "mine"), NOON);
            var read =
                    (TaskEvent.Submitted) EventJson.read(TaskEvent.Kind.SUBMITTED, body, context);
            assertThat(read.input().session()).isEqualTo(session);
        }
    }

    @Test
    void a_body_of_a_newer_build_is_refused_whatever_it_tells() {
        for (var event : Samples.events()) {
            String body = EventJson.write(event);
            if (body == null) continue;
            var newer = "{\"v\":3," + body.substring(body.indexOf('"')).replace("\"v\":2,", "");
            assertThatThrownBy(() -> read(event.kind(), newer))
                    .as(newer)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("newer");
        }
    }

    /** Bodies as the version before wrote them. */
    @Nested
    class OfVersion1 {
        @Test
        void a_submit_holds_its_answer() {
            var body = "{\"v\":1,\"input\":{\"prompt\":\"a\"},\"metadata\":{\"k\":\"v\"},"
                    + "\"answer\":{\"data\":{\"taskId\":\"task_1\"}}}";
            assertThat(read(TaskEvent.Kind.SUBMITTED, body))
                    .isEqualTo(new TaskEvent.Submitted(
                            new TaskInput("{\"prompt\":\"a\"}", Map.of("k", "v"), null, null)));
            assertThat(EventJson.answerInVersion1(body))
                    .isEqualTo("{\"data\":{\"taskId\":\"task_1\"}}");
        }

        @Test
        void a_start_has_the_effort_that_follows_from_its_moment_and_the_terms() {
            assertThat(read(TaskEvent.Kind.STARTED, "{\"attempt\":1,\"worker\":7}"))
                    .isEqualTo(new TaskEvent.Started(WORKER, Samples.FIRST));
        }

        @Test
        void a_retry_is_due_when_it_was_decided() {
            var body = "{\"v\":1,\"code\":\"MODEL_ERROR\",\"message\":\"m\",\"retryable\":true}";
            var failure = new Failure(FailureCode.MODEL_ERROR, "m", true);
            assertThat(read(TaskEvent.Kind.RETRIED, body))
                    .isEqualTo(new TaskEvent.Retried(failure, NOON));
            assertThat(read(TaskEvent.Kind.FAILED, body)).isEqualTo(new TaskEvent.Failed(failure));
        }

        @Test
        void what_a_drain_gave_back_has_no_body() {
            assertThat(read(TaskEvent.Kind.RETURNED, "")).isEqualTo(new TaskEvent.Returned(NOON));
        }

        @Test
        void a_success_cost_what_was_held() {
            assertThat(read(TaskEvent.Kind.SUCCEEDED, "{\"v\":1,\"assets\":[],\"facts\":{}}"))
                    .isEqualTo(new TaskEvent.Succeeded(Samples.HOLD, Samples.OUTPUT));
        }
    }
}
