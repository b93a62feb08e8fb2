package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.TaskId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Pictures that stand in a submit of the tasks dialect as {@code data:} URIs. */
class InlinePicturesTest extends Receiving {
    private static final byte[] CAT = Bytes.png(30_000);

    private static String clip(byte[] picture, String more) {
        return "{\"model\":\"sora-2\"," + more
                + "\"params\":{\"prompt\":\"a cat\",\"duration_seconds\":1,\"image_init\":\""
                + uri(picture) + "\"}}";
    }

    private static String uri(byte[] picture) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
    }

    private HttpResponse<String> submit(String json, String... headers) {
        return Client.send(request(json, headers));
    }

    private HttpRequest request(String json, String... headers) {
        var request = client.request("/v1/tasks/submit").POST(BodyPublishers.ofString(json));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static JsonNode refused(HttpResponse<String> response, String words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        var error = Client.json(response).get("error");
        assertThat(error.get("code").asString()).isEqualTo("invalid_param");
        assertThat(error.get("param").asString()).isEqualTo("image_init");
        assertThat(error.get("message").asString()).contains(words);
        return error;
    }

    /** The pictures that a task's canonical input names. */
    private List<String> pictures(String task) {
        var id = Id.parse(task.substring("task_".length())).orElseThrow();
        var tasks = server.dialects.work().tasks();
        var view = tasks.find(server.owner, new TaskId(id)).join().orElseThrow();
        var input = JsonMapper.shared().readTree(view.input().json());
        return input.get("images").valueStream().map(JsonNode::asString).toList();
    }

    private static String task(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
        return Client.json(response).get("task_id").asString();
    }

    @Nested
    class APicture {
        @Test
        void is_a_file_of_the_account_that_the_task_names() {
            var named = pictures(task(submit(clip(CAT, ""))));
            assertThat(named).hasSize(1);
            var file = client.done("GET", "/v1/files/vg_file_" + named.getFirst(), "");
            assertThat(file.get("type").asString()).isEqualTo("IMAGE");
            assertThat(file.get("scope").asString()).isEqualTo("TEMPORARY");
            assertThat(file.at("/downloadSource/fileBytes").asInt()).isEqualTo(CAT.length);
        }

        @Test
        void is_stored_once_however_often_it_is_sent() throws IOException {
            var first = pictures(task(submit(clip(CAT, ""))));
            assertThat(pictures(task(submit(clip(CAT, ""))))).isEqualTo(first);
            assertThat(stored()).isEqualTo(CAT.length);
            assertThat(blobs()).isEqualTo(1);
            var other = server.stranger().call("POST", "/v1/tasks/submit", clip(CAT, ""));
            assertThat(other.statusCode()).isEqualTo(202);
            assertThat(blobs()).isEqualTo(1);
        }

        @Test
        void that_has_expired_is_there_again_when_it_is_sent_again() {
            var first = pictures(task(submit(clip(CAT, ""))));
            for (int day = 0; day < 2; day++) {
                server.pass(Duration.ofDays(1));
                assertThat(pictures(task(submit(clip(CAT, ""))))).isEqualTo(first);
            }
            assertThat(stored()).isEqualTo(CAT.length);
        }

        @Test
        void that_has_expired_does_not_matter_to_a_submit_that_is_repeated() {
            String own = "\"out_task_id\":\"mine\",";
            var first = task(submit(clip(CAT, own)));
            server.pass(Duration.ofDays(1));
            server.live.store.uploads().expire(server.time.instant(), 10).join();
            assertThat(task(submit(clip(CAT, own)))).isEqualTo(first);
            assertThat(stored()).isZero();
        }

        @Test
        void that_many_send_at_once_is_stored_once() {
            var all = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int n = 0; n < 16; n++) all.add(client.begin(request(clip(CAT, ""))));
            assertThat(all)
                    .extracting(answer -> pictures(task(answer.join())))
                    .containsOnly(pictures(task(all.getFirst().join())));
            assertThat(stored()).isEqualTo(CAT.length);
        }

        @Test
        void does_not_make_another_request_of_one_that_is_repeated() {
            var first = submit(clip(CAT, ""), "Idempotency-Key", "k");
            var again = submit(clip(CAT, ""), "Idempotency-Key", "k");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            String own = "\"out_task_id\":\"mine\",";
            assertThat(task(submit(clip(CAT, own)))).isEqualTo(task(submit(clip(CAT, own))));
            var other = submit(clip(Bytes.png(999), ""), "Idempotency-Key", "k");
            assertThat(other.statusCode()).isEqualTo(422);
        }
    }

    @Nested
    class APictureOfARefusedSubmit {
        @Test
        void is_not_stored_where_the_callback_is_no_address() throws IOException {
            for (String own : new String[] {"", "\"out_task_id\":\"mine\","}) {
                String bad = own + "\"callback_url\":\"https://127.0.0.1/\",";
                var response = submit(clip(CAT, bad));
                assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
                assertThat(Client.json(response).at("/error/param").asString())
                        .isEqualTo("callback_url");
            }
            assertThat(blobs()).isZero();
            assertThat(stored()).isZero();
        }

        @Test
        void is_not_stored_where_the_id_is_another_tasks() throws IOException {
            String own = "\"out_task_id\":\"mine\",";
            task(submit(clip(CAT, own)));
            var response = submit(clip(Bytes.png(999), own));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
            assertThat(blobs()).isOne();
            assertThat(stored()).isEqualTo(CAT.length);
        }

        @Test
        void goes_after_a_day_where_the_key_may_not_spend_so_much_and_may_come_again() {
            var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}");
            String limits = "/api/v1/api-keys/" + made.at("/apiKey/id").asString() + "/limits";
            client.done("PATCH", limits, "{\"creditsPerDay\":1}");
            var poor = new Client(server.http.port(), made.get("key").asString());
            var refused = poor.call("POST", "/v1/tasks/submit", clip(CAT, ""));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
            assertThat(stored()).isEqualTo(CAT.length);
            server.pass(Duration.ofDays(1));
            server.live.store.uploads().expire(server.time.instant(), 10).join();
            assertThat(stored()).isZero();
            assertThat(pictures(task(submit(clip(CAT, ""))))).hasSize(1);
            assertThat(stored()).isEqualTo(CAT.length);
        }
    }

    @Nested
    class WhatIsNoPicture {
        @Test
        void is_refused_by_its_field_and_not_kept() throws IOException {
            refused(submit(clip(Bytes.noise(999), "")), "no type that is taken");
            refused(submit(clip(Bytes.wav(999), "")), "audio/wav");
            refused(submit(clip(CAT, "").replace("base64,", "base64,*")), "base 64");
            refused(submit(clip(CAT, "").replace(";base64", "")), "base 64");
            refused(submit(clip(CAT, "").replace("image/png", "text/html")), "base 64");
            nothingIsLeft();
            assertThat(blobs()).isZero();
        }

        @Test
        void is_a_picture_for_which_there_is_no_room() {
            allow(CAT.length - 1);
            var response = submit(clip(CAT, ""));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(Client.json(response).at("/error/code").asString())
                    .isEqualTo("storage_quota_exceeded");
        }
    }
}
