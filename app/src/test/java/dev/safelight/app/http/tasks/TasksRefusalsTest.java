package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.Wire;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;

/** What is wrong is told in this dialect's envelope, with its codes and types. */
class TasksRefusalsTest extends TasksOverTheWire {
    private static final String CLIP =
            "{\"model\":\"sora-2\",\"params\":{\"prompt\":\"a\",\"duration_seconds\":1%s}}";

    @Test
    void the_documented_error_has_the_documented_shape() {
        var response = post(SUBMIT, "{\"model\":\"claude-sonnet-4-6\",\"params\":{}}");
        var error = refused(response, 400, "invalid_param");
        assertThat(names(Client.json(response))).containsExactly("error");
        assertThat(names(error))
                .containsExactly(
                        "code",
                        "message",
                        "type",
                        "param",
                        "retryable",
                        "charged",
                        "request_id",
                        "errors");
        assertThat(error.get("message").asString())
                .startsWith("model \"claude-sonnet-4-6\" is not a multimodal task model");
        assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
        assertThat(error.get("request_id").asString()).isEqualTo(header(response, "x-request-id"));
    }

    @Nested
    class AModel {
        @Test
        void must_be_there_and_known() {
            refusedFor(post(SUBMIT, "{}"), "model", "'model' is required.");
            refusedFor(post(SUBMIT, "{\"model\":null}"), "model", "'model' is required.");
            refusedFor(post(SUBMIT, "{\"model\":7}"), "model", "a string");
            refusedFor(post(SUBMIT, "{\"model\":\"sora2\"}"), "model", "\"sora-2\"");
            refusedFor(post(SUBMIT, "{\"model\":\"" + "a".repeat(9_999) + "\"}"), "model", "…");
        }
    }

    @Nested
    class AParameter {
        @Test
        void that_is_unknown_is_named_with_the_nearest() {
            refusedFor(post(SUBMIT, CLIP.formatted(",\"sed\":1")), "sed", "did you mean 'seed'?");
            refusedFor(post(SUBMIT, "{\"model\":\"sora-2\",\"param\":{}}"), "prompt", "");
            var error = refused(
                    post(SUBMIT, "{\"model\":\"sora-2\",\"param\":{}}"), 400, "invalid_param");
            assertThat(error.get("errors").toString()).contains("did you mean 'params'?");
        }

        @Test
        void of_another_model_is_unknown() {
            refusedFor(
                    post(SUBMIT, CLIP.formatted(",\"motion_intensity\":\"low\"")),
                    "motion_intensity",
                    "not a known field");
        }

        @Test
        void tells_what_is_allowed() {
            refusedFor(
                    post(SUBMIT, CLIP.formatted(",\"resolution\":\"480p\"")),
                    "resolution",
                    "720p, 1080p");
            refusedFor(post(SUBMIT, CLIP.replace(":1%s", ":11")), "duration_seconds", "at most 10");
        }
    }

    @Nested
    class APictureToStartFrom {
        private String image(String source) {
            return CLIP.formatted(",\"image_init\":\"" + source + "\"");
        }

        @Test
        void is_a_file_that_is_here() throws IOException {
            submit(PICTURE);
            var hand = server.hand();
            hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", new byte[9]);
            var made = client.data("list-tasks", "{}").at("/tasks/0/output/assetIds/0");
            String bare = made.asString().substring("asset_".length());
            for (var id : new String[] {bare, "asset_" + bare, "vg_file_" + bare})
                assertThat(post(SUBMIT, image(id)).statusCode()).isEqualTo(202);
            assertThat(server.stranger().call("POST", SUBMIT, image(bare)).statusCode())
                    .isEqualTo(400);
        }

        @Test
        void of_another_kind_is_refused() throws IOException {
            client.data("generate-tts", "{\"text\":\"a\"}");
            var hand = server.hand();
            hand.finish(hand.take(EngineName.SPEECH), "audio/wav", "a.wav", new byte[9]);
            var made = client.data("list-tasks", "{}").at("/tasks/0/output/assetIds/0");
            var error = refused(post(SUBMIT, image(made.asString())), 400, "invalid_param");
            assertThat(error.get("message").asString()).contains("audio/wav");
        }

        @Test
        void that_would_be_fetched_or_is_none_is_refused_by_name() {
            refusedFor(post(SUBMIT, image("data:image/png,AAAA")), "image_init", "base 64");
            refusedFor(post(SUBMIT, image("HTTPS://x.example/a.png")), "image_init", "not fetched");
            refusedFor(post(SUBMIT, image("http://127.0.0.1/")), "image_init", "not fetched");
            refusedFor(post(SUBMIT, image(ABSENT)), "image_init", "no id of a file");
            refused(post(SUBMIT, image("asset_01KB0000000000000000000000")), 400, "invalid_param");
        }
    }

    @Nested
    class AKey {
        private HttpRequest.Builder bare() {
            return HttpRequest.newBuilder(client.at("/v1/models"));
        }

        @Test
        void that_is_missing_or_unknown_is_told_as_documented() {
            for (var request : new HttpRequest[] {
                bare().build(),
                bare().header("x-api-key", "a-key-that-nobody-has-1").build()
            }) {
                var error = refused(Client.send(request), 401, "invalid_api_key");
                assertThat(error.get("message").asString()).startsWith("invalid x-api-key");
                assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
            }
        }

        @Test
        void of_its_own_header_goes_before_the_other() {
            var right = bare().header("x-api-key", LiveServer.KEY)
                    .header("Authorization", "Bearer a-key-that-nobody-has-1");
            assertThat(Client.send(right.build()).statusCode()).isEqualTo(200);
            var wrong = client.request("/v1/models").header("x-api-key", "a-key-that-nobody-has-1");
            assertThat(Client.send(wrong.build()).statusCode()).isEqualTo(401);
        }

        @Test
        void without_the_scope_is_denied_before_anything_is_looked_up() {
            var shown = client.done(
                    "POST", "/api/v1/api-keys", "{\"label\":\"a\",\"scopes\":[\"read\"]}");
            var reader = new Client(server.http.port(), shown.get("key").asString());
            for (var path : new String[] {SUBMIT, CANCEL, "/v1/images/generations"}) {
                var error = refused(reader.call("POST", path, "{}"), 403, "permission_denied");
                assertThat(error.get("type").asString()).isEqualTo("permission_error");
            }
        }
    }

    @Nested
    class ARequest {
        @Test
        void for_what_is_not_there_is_refused_below_every_base() {
            for (var path :
                    new String[] {"/v1/tasks", "/v1/tasks/none", "/v1/models/a/b", "/v1/images"})
                refused(get(path), 404, "not_found");
            refused(get(SUBMIT), 405, "method_not_allowed");
        }

        @Test
        void that_is_no_json_or_too_long_is_refused() {
            refused(post(SUBMIT, "{"), 400, "invalid_param");
            refused(post(QUERY, "[]"), 400, "invalid_param");
            refused(post(QUERY, "{\"task_id\":\"a\",\"task_id\":\"b\"}"), 400, "invalid_param");
            refused(post(QUERY, "{\"out_task_id\":\"\\u0000\"}"), 400, "invalid_param");
            for (var path : new String[] {SUBMIT, QUERY, CANCEL}) {
                int most = path.equals(SUBMIT) ? 16 << 20 : 1 << 20;
                var reply = wire.send(Wire.head(path, "Content-Length: " + (most + 1)));
                assertThat(reply.text()).startsWith("HTTP/1.1 413 ");
                assertThat(reply.problem().at("/error/code").asString())
                        .isEqualTo("request_entity_too_large");
            }
            var form = client.request(SUBMIT)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("a=b"));
            refused(Client.send(form.build()), 415, "unsupported_media_type");
        }

        @Test
        void tells_what_is_left_in_seconds() {
            for (var answer : List.of(get("/v1/models"), get("/v1/models/none"))) {
                long reset = Long.parseLong(header(answer, "X-RateLimit-Reset"));
                long now = server.time.instant().getEpochSecond();
                assertThat(reset).isBetween(now, now + 61);
                assertThat(header(answer, "X-RateLimit-Limit")).isNotEmpty();
                assertThat(header(answer, "X-RateLimit-Remaining")).isNotEmpty();
            }
        }
    }
}
