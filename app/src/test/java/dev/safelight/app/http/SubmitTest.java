package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.util.ArrayList;

class SubmitTest extends OverTheWire {
    private String session(Client of) {
        return of.data("create-session", "{}").get("sessionId").asString();
    }

    @Nested
    class WithAnIdempotencyKey {

        @Test
        void the_same_request_is_answered_the_same_and_said_to_be_a_replay() {
            var first = client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k1");
            var again = client.execute(
                    "generate-tts", " { \"text\" : \"a\" } ", "Idempotency-Key", "k1");
            assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(client.data("list-tasks", "{}").get("tasks")).hasSize(1);
        }

        @Test
        void another_request_is_refused() {
            client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k1");
            var other = client.execute("generate-tts", "{\"text\":\"b\"}", "Idempotency-Key", "k1");
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("idempotency_conflict");
        }

        @Test
        void the_same_words_of_another_key_are_another_request() {
            client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k1");
            var other = server.stranger()
                    .execute("generate-tts", "{\"text\":\"b\"}", "Idempotency-Key", "k1");
            assertThat(other.statusCode()).isEqualTo(200);
        }

        @Test
        void one_that_is_too_long_is_refused() {
            var response = client.execute(
                    "generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k".repeat(256));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("invalid_idempotency_key");
        }
    }

    @Nested
    class IntoASession {

        @Test
        void a_picture_needs_one() {
            var response = client.execute("generate-image-from-text", "{\"prompt\":\"a cat\"}");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("'workerId' is required.");
        }

        @Test
        void anothers_and_an_absent_and_a_malformed_one_look_alike() {
            for (var id : new String[] {
                session(server.stranger()), "sess_01KB0000000000000000000000", "nonsense"
            }) {
                var response = client.execute(
                        "generate-image-from-text",
                        "{\"prompt\":\"a cat\",\"workerId\":\"" + id + "\"}");
                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(response.body()).contains("session_not_found");
            }
        }

        @Test
        void its_tasks_are_found_by_it() {
            String id = session(client);
            client.data("generate-tts", "{\"text\":\"a\",\"workerId\":\"" + id + "\"}");
            client.data("generate-tts", "{\"text\":\"b\"}");
            var found =
                    client.data("list-tasks", "{\"sessionId\":\"" + id + "\"}").get("tasks");
            assertThat(found).hasSize(1);
            assertThat(found.get(0).get("sessionId").asString()).isEqualTo(id);
        }
    }

    @Nested
    class WithoutEnoughCredits {

        @Test
        void it_is_refused_with_what_is_needed_and_what_is_there() {
            String text = "a".repeat(20_000);
            client.data("generate-tts", "{\"text\":\"" + text + "\"}");
            client.data("generate-tts", "{\"text\":\"" + text + "\"}");
            var third = client.execute("generate-tts", "{\"text\":\"" + text + "\"}");
            assertThat(third.statusCode()).isEqualTo(402);
            assertThat(third.body()).contains("needs 400 credits and 200 are available");
        }
    }

    @Nested
    class BeforeIt {

        @Test
        void an_estimate_equals_the_price_and_checks_as_a_submit_does() {
            var estimate = client.data(
                    "estimate-task",
                    "{\"tool\":\"generate-image-from-text\",\"input\":"
                            + "{\"prompt\":\"a cat\",\"imageSize\":\"4K\"}}");
            assertThat(estimate.get("estimatedCredits").asInt()).isEqualTo(240);
            assertThat(estimate.get("deadlineSeconds").asInt()).isEqualTo(300);
            var wrong = client.execute(
                    "estimate-task", "{\"tool\":\"generate-tts\",\"input\":{\"text\":\"\"}}");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(client.data("get-credit-balance", "{}").get("held").asInt())
                    .isZero();
        }

        @Test
        void every_tool_is_listed_and_described_with_examples_that_it_accepts() {
            var listed = client.data("list-tools", "").get("tools");
            assertThat(listed).hasSize(27);
            for (var tool : listed) {
                var name = tool.get("name").asString();
                var shown = client.data("describe-tool", "{\"tool\":\"" + name + "\"}");
                assertThat(shown.get("input").get("properties")).as(name).isNotNull();
                for (var example : shown.get("examples"))
                    assertThat(client.execute(name, example.toString()).statusCode())
                            .as(name + " " + example)
                            .isIn(200, 404, shown.has("session") ? 400 : 200);
            }
        }
    }

    @Test
    void a_list_goes_on_where_its_page_ended_and_trusts_no_forged_cursor() {
        var ids = new ArrayList<String>();
        for (int n = 0; n < 5; n++)
            ids.add(client.data(
                            "generate-tts", "{\"text\":\"a\",\"metadata\":{\"n\":\"" + n + "\"}}")
                    .get("taskId")
                    .asString());
        var found = new ArrayList<String>();
        var page = client.data("list-tasks", "{\"limit\":2}");
        while (true) {
            page.get("tasks").forEach(task -> found.add(task.get("taskId").asString()));
            if (!page.has("nextCursor")) break;
            String cursor = page.get("nextCursor").asString();
            var stolen = server.stranger().execute("list-tasks", "{\"cursor\":\"" + cursor + "\"}");
            assertThat(stolen.statusCode()).isEqualTo(400);
            page = client.data("list-tasks", "{\"limit\":2,\"cursor\":\"" + cursor + "\"}");
        }
        assertThat(found).isEqualTo(ids.reversed());
        var one = client.data("list-tasks", "{\"metadata\":{\"n\":\"3\"}}").get("tasks");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).get("taskId").asString()).isEqualTo(ids.get(3));
    }

    @Test
    void a_task_is_found_under_any_prefix_and_by_no_stranger() {
        String id =
                client.data("generate-tts", "{\"text\":\"a\"}").get("taskId").asString();
        String bare = id.substring("task_".length());
        for (var shown : new String[] {id, bare, "vg_tool_" + bare, "vg_exec_" + bare})
            assertThat(client.execute("get-task-status", "{\"taskId\":\"" + shown + "\"}")
                            .statusCode())
                    .isEqualTo(200);
        for (var tool : new String[] {"get-task-status", "wait-for-task", "cancel-task"}) {
            assertThat(server.stranger()
                            .execute(tool, "{\"taskId\":\"" + id + "\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(client.execute(tool, "{\"taskId\":\"nonsense\"}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_callers_request_id_comes_back_when_it_is_well_formed() {
        var mine = client.execute("list-tools", "{}", "x-request-id", "mine-1");
        assertThat(mine.headers().firstValue("x-request-id")).hasValue("mine-1");
        var odd = client.execute("list-tools", "{}", "x-request-id", "a b<c>");
        assertThat(odd.headers().firstValue("x-request-id").orElse("")).startsWith("req_");
    }

    @Test
    void probes_and_metrics_answer_without_a_key() {
        client.execute("get-task-status", "{\"taskId\":\"nonsense\"}");
        for (var path : new String[] {"/livez", "/readyz", "/metrics"})
            assertThat(Client.send(HttpRequest.newBuilder(client.at(path)).build())
                            .statusCode())
                    .isEqualTo(200);
        var metrics = Client.send(HttpRequest.newBuilder(client.at("/metrics")).build());
        assertThat(metrics.body())
                .contains("safelight_http_requests_seconds_count{")
                .contains("route=\"POST /api/v1/tools/get-task-status/execute\"")
                .contains("safelight_http_waits");
    }
}
