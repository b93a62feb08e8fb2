package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@code POST /v1/images/generations}, which holds until the pictures are there. */
class TasksImagesTest extends TasksOverTheWire {
    private static final String IMAGES = "/v1/images/generations";
    private static final String CAT =
            "{\"model\":\"gpt-image-2\",\"prompt\":\"a cat\",\"size\":\"1024x1536\","
                    + "\"quality\":\"high\",\"response_format\":\"url\"}";

    private CompletableFuture<HttpResponse<String>> begin(String... headers) {
        var answer = client.begin(request(client, IMAGES, CAT, headers));
        server.await("a wait", server.live.waits::size);
        return answer;
    }

    private void finish() throws IOException {
        var hand = server.hand();
        hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", new byte[9]);
    }

    @Nested
    class WhenThePictureIsThere {
        @Test
        void it_is_answered_with_its_address_and_who_made_it() throws IOException {
            var waiting = begin();
            server.pass(Duration.ofSeconds(40));
            assertThat(waiting).isNotDone();
            finish();
            var answer = waiting.join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"created\":");
            var images = Client.json(answer);
            assertThat(names(images))
                    .containsExactly("created", "data", "task_id", "model", "engine");
            var url = URI.create(images.at("/data/0/url").asString());
            assertThat(Client.send(HttpRequest.newBuilder(url).build()).statusCode())
                    .isEqualTo(200);
            assertThat(query(images.get("task_id").asString()).get("status").asString())
                    .isEqualTo("completed");
        }

        @Test
        void the_same_key_answers_it_again() throws IOException {
            var waiting = begin("Idempotency-Key", "k");
            finish();
            var again = post(IMAGES, CAT, "Idempotency-Key", "k");
            assertThat(again.body()).isEqualTo(waiting.join().body());
            assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        }
    }

    @Nested
    class WhenThereIsNone {
        @Test
        void a_failure_is_told() {
            var waiting = begin();
            var hand = server.hand();
            hand.fail(hand.take(EngineName.ILLUSTRATOR), FailureCode.MODEL_ERROR);
            var error = refused(waiting.join(), 500, "internal_error");
            assertThat(error.get("message").asString()).contains("model_error: It came to nothing");
            assertThat(error.get("retryable").asBoolean()).isTrue();
            assertThat(error.get("charged").asBoolean()).isFalse();
        }

        @Test
        void a_refused_prompt_is_told_as_documented() {
            var waiting = begin();
            var hand = server.hand();
            hand.refuse(hand.take(EngineName.ILLUSTRATOR));
            var error = refused(waiting.join(), 451, "content_policy_violation");
            assertThat(error.get("charged").asBoolean()).isFalse();
            assertThat(error.get("retryable").asBoolean()).isFalse();
            String task = client.data("list-tasks", "{}").at("/tasks/0/taskId").asString();
            assertThat(query(task).get("error_code").asString())
                    .isEqualTo("content_policy_violation");
        }

        @Test
        void a_call_off_is_told() {
            var waiting = begin();
            String task = client.data("list-tasks", "{}").at("/tasks/0/taskId").asString();
            client.done("POST", CANCEL, byId(task));
            var error = refused(waiting.join(), 500, "internal_error");
            assertThat(error.get("retryable").asBoolean()).isFalse();
        }

        @Test
        void by_the_deadline_the_call_ends_and_the_task_goes_on() throws IOException {
            var waiting = begin();
            server.hand().take(EngineName.ILLUSTRATOR);
            server.pass(Duration.ofMinutes(5));
            var error = refused(waiting.join(), 504, "timeout");
            assertThat(error.get("charged").isNull()).isTrue();
        }

        @Test
        void a_caller_who_leaves_changes_nothing() throws IOException {
            begin().cancel(true);
            finish();
            var task = client.data("list-tasks", "{}").at("/tasks/0/taskId").asString();
            assertThat(query(task).get("status").asString()).isEqualTo("completed");
        }
    }

    @Test
    void what_is_not_done_is_refused_by_name() {
        refusedFor(post(IMAGES, CAT.replace("\"url\"", "\"b64_json\"")), "response_format", "url");
        refusedFor(post(IMAGES, with("\"output_format\":\"webp\"")), "output_format", "png, jpeg");
        refusedFor(post(IMAGES, with("\"n\":5")), "n", "at most 4");
        refusedFor(post(IMAGES, with("\"params\":{}")), "params", "not a known field");
        refusedFor(
                post(IMAGES, with("\"callback_url\":\"https://a.example\"")), "callback_url", "");
        refusedFor(post(IMAGES, with("\"user\":\"a\"")), "user", "not a known field");
        refusedFor(post(IMAGES, "{\"prompt\":\"a\"}"), "model", "required");
        refusedFor(
                post(IMAGES, "{\"model\":\"sora-2\",\"prompt\":\"a\",\"duration_seconds\":1}"),
                "model",
                "makes no images");
        assertThat(client.data("list-tasks", "{}").get("tasks")).isEmpty();
    }

    private static String with(String member) {
        return "{" + member + "," + CAT.substring(1);
    }
}
