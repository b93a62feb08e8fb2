package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code null} says the same as leaving a field out, where it may be left out. */
class AbsentFieldsTest extends OverTheWire {
    private static final String UNKNOWN = "task_01KB0000000000000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "voiceId",
                "speed",
                "format",
                "workerId",
                "priority",
                "startDeadlineSeconds",
                "runDeadlineSeconds",
                "metadata"
            })
    void a_submit_takes_null_for_any_optional_field(String field) {
        var task = client.data("generate-tts", "{\"text\":\"a\",\"" + field + "\":null}");
        assertThat(task.get("status").asString()).isEqualTo("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "sessionId", "tool", "metadata", "limit", "cursor"})
    void a_list_takes_null_for_any_filter(String field) {
        client.data("generate-tts", "{\"text\":\"a\"}");
        var page = client.data("list-tasks", "{\"" + field + "\":null}");
        assertThat(page.get("tasks")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"aspectRatio", "imageSize", "style", "seed"})
    void an_estimate_takes_null_inside_of_its_input(String field) {
        String of = "{\"tool\":\"generate-image-from-text\",\"input\":{\"prompt\":\"a cat\"";
        var plain = client.data("estimate-task", of + "}}");
        var withNull = client.data("estimate-task", of + ",\"" + field + "\":null}}");
        assertThat(withNull).isEqualTo(plain);
    }

    @Test
    void a_session_and_a_wait_take_null() {
        assertThat(client.data("create-session", "{\"title\":null}").get("title"))
                .isEqualTo(client.data("create-session", "{}").get("title"));
        var wait = client.execute(
                "wait-for-task", "{\"taskId\":\"" + UNKNOWN + "\",\"timeoutSeconds\":null}");
        assertThat(wait.statusCode()).isEqualTo(404);
    }

    @Nested
    class UnderOneIdempotencyKey {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"text\":\"a\"} | {\"text\":\"a\",\"voiceId\":null}",
                    "{\"text\":\"a\",\"speed\":null} | {\"text\":\"a\"}",
                    "{\"text\":\"a\"} | {\"text\":\"a\",\"metadata\":null}",
                    "{\"text\":\"a\"} | {\"text\":\"a\",\"priority\":null,\"workerId\":null}",
                    "{\"text\":\"a\",\"runDeadlineSeconds\":null} | {\"text\":\"a\"}",
                    "{\"text\":\"a\",\"format\":null} | {\"text\":\"a\",\"voiceId\":null}"
                })
        void null_and_nothing_are_one_request(String first, String second) {
            var made = client.execute("generate-tts", first, "Idempotency-Key", "k");
            var replay = client.execute("generate-tts", second, "Idempotency-Key", "k");
            assertThat(made.statusCode()).isEqualTo(200);
            assertThat(replay.statusCode()).isEqualTo(200);
            assertThat(replay.headers().firstValue("idempotent-replayed")).hasValue("true");
            assertThat(replay.body()).isEqualTo(made.body());
        }

        @Test
        void another_value_stays_another_request() {
            client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k");
            var other = client.execute(
                    "generate-tts", "{\"text\":\"a\",\"speed\":2}", "Idempotency-Key", "k");
            assertThat(other.statusCode()).isEqualTo(422);
        }
    }

    @Nested
    class WhereNothingIsNotAllowed {

        @Test
        void null_is_refused_for_a_field_that_is_required() {
            assertThat(client.execute("generate-tts", "{\"text\":null}").body())
                    .contains("'text' must be a string, not null");
            assertThat(client.execute("get-task-status", "{\"taskId\":null}").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void null_makes_no_unknown_field_known() {
            assertThat(client.execute("generate-tts", "{\"text\":\"a\",\"sped\":null}")
                            .body())
                    .contains("did you mean 'speed'?");
        }

        @Test
        void null_is_no_text_of_the_callers_own_words() {
            var reply =
                    client.execute("generate-tts", "{\"text\":\"a\",\"metadata\":{\"k\":null}}");
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body()).contains("metadata.k");
        }
    }
}
