package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.app.live.RawSocket;
import dev.safelight.app.live.Wire;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class ToolsDialectTest extends OverTheWire {
    private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

    private String submitSpeech() {
        return client.data("generate-tts", "{\"text\":\"hello\"}").get("taskId").asString();
    }

    private static String task(String id) {
        return "{\"taskId\":\"" + id + "\"}";
    }

    @Test
    void the_quickstart_works_from_session_to_file() throws IOException {
        var session = client.data("create-session", "{\"title\": \"My first API session\"}");
        assertThat(session.get("title").asString()).isEqualTo("My first API session");
        var submitted = client.data("generate-image-from-text", """
                {"workerId": "%s", "prompt": "A golden retriever surfing at sunset, photorealistic",
                 "aspectRatio": "16:9", "imageSize": "1K"}""".formatted(
                        session.get("sessionId").asString()));
        assertThat(submitted.get("status").asString()).isEqualTo("PENDING");
        assertThat(submitted.get("estimatedCredits").asInt()).isEqualTo(80);
        String id = submitted.get("taskId").asString();
        var waiting = client.begin("wait-for-task", task(id));
        var hand = server.hand();
        var lease = hand.take(EngineName.ILLUSTRATOR);
        hand.progress(lease, 40);
        var running = client.data("get-task-status", task(id));
        assertThat(running.get("status").asString()).isEqualTo("PROCESSING");
        assertThat(running.at("/processingInfo/progress").asInt()).isEqualTo(40);
        hand.finish(lease, "image/png", "dög.png", PICTURE);
        var done = Client.json(waiting.join()).get("data");
        assertThat(done.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.get("type").asString()).isEqualTo("TEXT_TO_IMAGE");
        assertThat(done.at("/credits/charged").asInt()).isEqualTo(80);
        String asset = done.at("/output/assetIds/0").asString();
        assertThat(asset).startsWith("asset_");
        assertThat(done.at("/output/facts/files/0/assetId").asString()).isEqualTo(asset);
        var address = client.data("download-asset", "{\"assetId\":\"" + asset + "\"}");
        var file = Client.send(
                HttpRequest.newBuilder(URI.create(address.get("url").asString()))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(PICTURE);
        assertThat(file.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValue("inline; filename=\"d_g.png\"; filename*=UTF-8''d%C3%B6g.png");
    }

    @Nested
    class WhileATaskIsPending {

        @Test
        void cancelling_it_gives_its_credits_back() {
            String id = submitSpeech();
            assertThat(client.data("get-credit-balance", "{}").get("held").asInt())
                    .isEqualTo(10);
            var cancelled = client.data("cancel-task", task(id));
            assertThat(cancelled.get("cancelled").asBoolean()).isTrue();
            assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
            var balance = client.data("get-credit-balance", "{}");
            assertThat(balance.toString())
                    .isEqualTo("{\"granted\":1000,\"available\":1000,\"held\":0,\"spent\":0}");
        }

        @Test
        void a_wait_ends_with_its_time_and_says_so() {
            String id = submitSpeech();
            var waiting = client.begin(
                    "wait-for-task", "{\"taskId\":\"" + id + "\",\"timeoutSeconds\":5}");
            server.await("a wait", server.http::heldAnswers);
            server.pass(Duration.ofSeconds(6));
            var data = Client.json(waiting.join()).get("data");
            assertThat(data.get("status").asString()).isEqualTo("PENDING");
            assertThat(data.get("timedOut").asBoolean()).isTrue();
        }

        @Test
        void a_drain_answers_its_waits_with_the_view_of_now() {
            String id = submitSpeech();
            var waiting = client.begin("wait-for-task", task(id));
            server.await("a wait", server.http::heldAnswers);
            server.http.drain(Duration.ofSeconds(20));
            var data = Client.json(waiting.join()).get("data");
            assertThat(data.get("timedOut").asBoolean()).isTrue();
        }

        @Test
        void a_long_wait_sends_spaces_and_then_the_answer() throws IOException {
            String id = submitSpeech();
            String body = task(id);
            try (var socket = new RawSocket(server)) {
                var length = "Content-Length: " + body.length();
                socket.say(Wire.head("/api/v1/tools/wait-for-task/execute", length))
                        .say(body);
                server.await("a wait", server.http::heldAnswers);
                // Long enough for every other patience of the server to have run out.
                for (int beat = 0; beat < 7; beat++) {
                    server.pass(Duration.ofSeconds(15));
                    if (beat == 0) socket.hearUntil("\r\n\r\n");
                    assertThat(socket.hearUntil(" ")).isEqualTo(" ");
                }
                client.data("cancel-task", body);
                socket.hearUntil("CANCELLED");
                assertThat(socket.hear().text()).endsWith("}}");
            }
        }
    }

    @Nested
    class AfterTheEnd {
        private void cancelledTooLate(String id, String status, int charged) {
            for (int again = 0; again < 2; again++) {
                var late = client.data("cancel-task", task(id));
                assertThat(late.get("cancelled").asBoolean()).isFalse();
                assertThat(late.get("status").asString()).isEqualTo(status);
                assertThat(late.at("/credits/charged").asInt()).isEqualTo(charged);
            }
        }

        @Test
        void cancelling_says_that_it_was_too_late_and_changes_nothing() throws IOException {
            var hand = server.hand();
            String done = submitSpeech();
            hand.finish(hand.take(EngineName.SPEECH), "audio/wav", "a.wav", PICTURE);
            cancelledTooLate(done, "COMPLETED", 10);
            String failed = submitSpeech();
            hand.fail(hand.take(EngineName.SPEECH), FailureCode.MODEL_ERROR);
            cancelledTooLate(failed, "FAILED", 0);
            String cancelled = submitSpeech();
            assertThat(client.data("cancel-task", task(cancelled))
                            .get("cancelled")
                            .asBoolean())
                    .isTrue();
            cancelledTooLate(cancelled, "CANCELLED", 0);
            assertThat(client.data("get-credit-balance", "{}").toString())
                    .isEqualTo("{\"granted\":1000,\"available\":990,\"held\":0,\"spent\":10}");
        }

        @Test
        void a_wait_is_answered_at_once_and_not_called_timed_out() {
            String id = submitSpeech();
            client.data("cancel-task", task(id));
            var data = client.data("wait-for-task", task(id));
            assertThat(data.get("status").asString()).isEqualTo("CANCELLED");
            assertThat(data.path("timedOut").asBoolean(false)).isFalse();
        }
    }

    @Nested
    class AWait {
        @Test
        void is_never_longer_than_the_hard_deadline_of_its_tool() {
            String session =
                    client.data("create-session", "{}").get("sessionId").asString();
            String picture = client.data(
                            "generate-image-from-text",
                            "{\"prompt\":\"a cat\",\"workerId\":\"" + session + "\"}")
                    .get("taskId")
                    .asString();
            var waiting = client.begin("wait-for-task", task(picture));
            server.await("a wait", server.http::heldAnswers);
            server.pass(Duration.ofMinutes(5).plusSeconds(1));
            server.awaitNone("waits", server.http::heldAnswers);
            var data = Client.json(waiting.join()).get("data");
            assertThat(data.get("timedOut").asBoolean()).isTrue();
        }
    }

    @Nested
    class AfterSpeechWasMade {
        private static final String FACTS = """
                {"engine":"speech","wordTimes":"exact","subjects":[{"words":"a cat"}],"files":[\
                {"assetId":"asset_1","seconds":1.5,"words":[\
                {"word":"Hello","start":0.1,"end":0.6},{"word":"you","start":0.7,"end":1}]}]}""";

        @Test
        void its_view_tells_how_long_it_is_and_when_each_word_is_said() {
            String id = submitSpeech();
            var hand = server.hand();
            hand.tell(hand.take(EngineName.SPEECH), FACTS);
            for (var look : new String[] {"get-task-status", "wait-for-task", "cancel-task"})
                assertThat(client.data(look, task(id)).at("/output/facts"))
                        .isEqualTo(JsonMapper.shared().readTree(FACTS));
        }

        @Test
        void a_list_leaves_out_the_times_of_words_and_nothing_else() {
            submitSpeech();
            var hand = server.hand();
            hand.tell(hand.take(EngineName.SPEECH), FACTS);
            var listed = client.data("list-tasks", "{}").at("/tasks/0/output/facts");
            var whole = (ObjectNode) JsonMapper.shared().readTree(FACTS);
            ((ObjectNode) whole.at("/files/0")).remove("words");
            assertThat(listed).isEqualTo(whole);
        }
    }

    @Nested
    class AfterATaskFailed {

        @Test
        void its_view_says_why_and_that_it_costs_nothing() {
            String id = submitSpeech();
            var hand = server.hand();
            hand.fail(hand.take(EngineName.SPEECH), FailureCode.MODEL_ERROR);
            var data = client.data("get-task-status", task(id));
            assertThat(data.get("status").asString()).isEqualTo("FAILED");
            assertThat(data.at("/error/code").asString()).isEqualTo("MODEL_ERROR");
            assertThat(data.at("/error/retryable").asBoolean()).isTrue();
            assertThat(data.at("/credits/charged").asInt()).isZero();
        }
    }
}
