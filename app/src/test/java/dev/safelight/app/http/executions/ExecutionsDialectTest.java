package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.RawSocket;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/** Executions as they are shown, listed, waited for and called off. */
class ExecutionsDialectTest extends InExecutions {

    private List<String> listed(String query) {
        var page = caller.found("/v1/tools/executions" + query);
        return page.get("toolExecutions")
                .valueStream()
                .map(one -> one.get("toolExecutionId").asString())
                .toList();
    }

    private static String disposition(JsonNode url) {
        var answer =
                Client.send(HttpRequest.newBuilder(URI.create(url.asString())).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Disposition").orElseThrow();
    }

    private static String bare(String id) {
        return id.substring("vg_tool_".length());
    }

    @Nested
    class AnExecution {
        @Test
        void waits_and_runs_with_no_result_and_no_error() {
            String id = caller.started("generate-image", CAT);
            var waiting = caller.execution(id);
            assertThat(waiting.get("status").asString()).isEqualTo("pending");
            assertThat(waiting.get("toolType").asString()).isEqualTo("GENERATE_IMAGE");
            var lease = hand.take(EngineName.ILLUSTRATOR);
            hand.progress(lease, 40);
            var running = caller.execution(id);
            assertThat(running.get("status").asString()).isEqualTo("running");
            assertThat(running.get("progressPercentage").asInt()).isEqualTo(40);
            assertThat(running.get("attemptIndex").asInt()).isZero();
        }

        @Test
        void that_succeeded_shows_its_files_with_signed_sources() throws IOException {
            var done = made("image/png", "cat.png");
            assertThat(done.get("status").asString()).isEqualTo("succeeded");
            assertThat(done.get("progressPercentage").asInt()).isEqualTo(100);
            JsonNode result = done.get("results").get(0);
            assertThat(result.get("type").asString()).isEqualTo("IMAGE");
            JsonNode file = result.get("file");
            assertThat(file.get("fileId")).isEqualTo(result.get("fileId"));
            assertThat(file.get("scope").asString()).isEqualTo("GLOBAL");
            assertThat(file.get("displayName").asString()).isEqualTo("cat.png");
            assertThat(file.get("sourceToolType").asString()).isEqualTo("GENERATE_IMAGE");
            assertThat(file.get("sourceToolExecutionId")).isEqualTo(done.get("toolExecutionId"));
            long week = server.time.instant().plus(Duration.ofDays(7)).getEpochSecond();
            for (var name : List.of("downloadSource", "previewSource", "thumbnailSource")) {
                assertThat(file.at("/" + name + "/status").asString()).isEqualTo("ready");
                assertThat(file.at("/" + name + "/expiresAt").asLong()).isEqualTo(week);
                assertThat(file.at("/" + name + "/fileBytes").asLong()).isEqualTo(9);
            }
            assertThat(result.get("downloadUrlExpiresAt").asLong()).isEqualTo(week);
            assertThat(disposition(file.at("/downloadSource/url"))).startsWith("attachment;");
            assertThat(disposition(file.at("/previewSource/url"))).startsWith("inline;");
        }

        @Test
        void of_sound_has_no_thumbnail_and_of_svg_no_preview() throws IOException {
            var sound = made("audio/wav", "a.wav").get("results").get(0);
            assertThat(sound.get("type").asString()).isEqualTo("AUDIO");
            assertThat(sound.get("thumbnailUrl").isNull()).isTrue();
            assertThat(sound.at("/file/thumbnailSource/status").asString()).isEqualTo("skipped");
            assertThat(sound.at("/file/previewSource/status").asString()).isEqualTo("ready");
            var drawing = made("image/svg+xml", "a.svg").get("results").get(0);
            assertThat(drawing.at("/file/previewSource/status").asString()).isEqualTo("skipped");
            var clip = made("video/mp4", "a.mp4").get("results").get(0);
            assertThat(clip.get("type").asString()).isEqualTo("VIDEO");
            assertThat(clip.at("/file/thumbnailSource/status").asString()).isEqualTo("skipped");
        }

        @Test
        void that_failed_says_why_and_has_no_result() {
            String id = caller.started("generate-image", CAT);
            hand.fail(hand.take(EngineName.ILLUSTRATOR), FailureCode.MODEL_ERROR);
            var failed = caller.execution(id);
            assertThat(failed.get("status").asString()).isEqualTo("failed");
            assertThat(failed.at("/error/code").asString()).isEqualTo("model_error");
            assertThat(failed.at("/error/charged").asBoolean()).isFalse();
        }

        @Test
        void tells_its_attempt_also_once_it_has_ended() throws IOException {
            String id = caller.started("generate-image", CAT);
            hand.failInPassing(hand.take(EngineName.ILLUSTRATOR));
            assertThat(caller.execution(id).get("status").asString()).isEqualTo("running");
            assertThat(caller.execution(id).get("attemptIndex").asInt()).isZero();
            server.pass(Duration.ofMinutes(1));
            var second = hand.take(EngineName.ILLUSTRATOR);
            assertThat(caller.execution(id).get("attemptIndex").asInt()).isEqualTo(1);
            hand.finish(second, "image/png", "a.png", new byte[1]);
            assertThat(caller.execution(id).get("attemptIndex").asInt()).isEqualTo(1);
        }

        @Test
        void is_the_same_task_under_ids_of_every_dialect() {
            String id = caller.started("text-to-speech", "{\"ttsText\":\"a\"}");
            for (var prefix : List.of("vg_exec_", "task_", "job-", ""))
                assertThat(caller.execution(prefix + bare(id))
                                .get("toolExecutionId")
                                .asString())
                        .isEqualTo(id);
            var shown = client.data("get-task-status", "{\"taskId\":\"" + id + "\"}");
            assertThat(shown.get("tool").asString()).isEqualTo("generate-tts");
            String theirs = client.data("generate-tts", "{\"text\":\"a\"}")
                    .get("taskId")
                    .asString();
            assertThat(caller.execution(theirs).get("toolType").asString())
                    .isEqualTo("TEXT_TO_SPEECH");
        }
    }

    @Nested
    class AWait {
        @Test
        void is_answered_when_the_execution_ends() throws IOException {
            String id = caller.started("generate-image", CAT);
            var waiting = caller.await(id, 60);
            server.await("a wait", server.live.waits::size);
            hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", new byte[1]);
            var answer = waiting.join();
            assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=60");
            assertThat(Client.json(answer).at("/results/0/type").asString()).isEqualTo("IMAGE");
        }

        @Test
        void ends_with_its_time_which_is_at_most_five_minutes() {
            String id = caller.started("generate-image", CAT);
            var waiting = caller.await(id, 9_999);
            server.await("a wait", server.live.waits::size);
            server.pass(Duration.ofSeconds(299));
            assertThat(waiting).isNotDone();
            server.pass(Duration.ofSeconds(1));
            var answer = waiting.join();
            assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=300");
            assertThat(Client.json(answer).get("status").asString()).isEqualTo("pending");
        }
    }

    @Nested
    class ACancel {
        @Test
        void is_taken_without_a_body_and_with_an_empty_one() {
            String one = caller.started("generate-image", CAT);
            String two = caller.started("generate-image", CAT);
            assertThat(Client.json(caller.cancel(one)).get("toolExecutionId").asString())
                    .isEqualTo(one);
            caller.post("/v1/tools/executions/" + two + "/cancel", "{}");
            for (var id : List.of(one, two)) {
                var shown = caller.execution(id);
                assertThat(shown.get("status").asString()).isEqualTo("cancelled");
                assertThat(shown.get("error").isNull()).isTrue();
            }
        }

        @Test
        void whose_body_comes_late_leaves_the_connection_to_the_next_request() throws IOException {
            String id = caller.started("generate-image", CAT);
            String key = "\r\nHost: x\r\nAuthorization: Bearer " + LiveServer.KEY + "\r\n";
            String path = "/v1/tools/executions/" + id;
            try (var socket = new RawSocket(server)) {
                socket.say("POST " + path + "/cancel HTTP/1.1" + key + "Content-Length: 2\r\n\r\n");
                assertThat(caller.execution(id).get("error").isNull()).isTrue();
                socket.say("{}").hearUntil("\"}");
                socket.say("GET " + path + " HTTP/1.1" + key + "Connection: close\r\n\r\n");
                assertThat(socket.hear().text()).contains("\"cancelled\"");
            }
        }

        @Test
        void changes_nothing_once_the_execution_has_ended() throws IOException {
            var done = made("image/png", "a.png");
            String id = done.get("toolExecutionId").asString();
            assertThat(caller.cancel(id).statusCode()).isEqualTo(202);
            assertThat(caller.execution(id)).isEqualTo(done);
        }
    }

    @Nested
    class AList {
        @Test
        void goes_page_by_page_from_the_newest_to_the_end() {
            String first = caller.started("generate-image", CAT);
            String second = caller.started("text-to-speech", "{\"ttsText\":\"a\"}");
            String third = caller.started("generate-image", CAT);
            assertThat(listed("")).containsExactly(third, second, first);
            var page = caller.found("/v1/tools/executions?limit=2");
            assertThat(page.get("hasMore").asBoolean()).isTrue();
            String next = page.get("nextCursor").asString();
            assertThat(listed("?limit=2&cursor=" + next)).containsExactly(first);
            assertThat(other.found("/v1/tools/executions").get("toolExecutions"))
                    .isEmpty();
        }

        @Test
        void clamps_a_limit_that_is_too_large_and_refuses_what_is_none() {
            for (var limit : List.of("1", "200", "201", "999999999999"))
                assertThat(caller.get("/v1/tools/executions?limit=" + limit).statusCode())
                        .isEqualTo(200);
            for (var limit : List.of("0", "-1", "many", "", "1.5", "1e9"))
                assertThat(told(caller.get("/v1/tools/executions?limit=" + limit)))
                        .as(limit)
                        .isEqualTo("400 invalid_parameters");
        }

        @Test
        void takes_no_cursor_but_its_own() {
            caller.started("generate-image", CAT);
            caller.started("generate-image", CAT);
            String own = caller.found("/v1/tools/executions?limit=1")
                    .get("nextCursor")
                    .asString();
            String others =
                    client.data("list-tasks", "{\"limit\":1}").get("nextCursor").asString();
            for (var cursor : List.of("x", "", others, own + "a"))
                assertThat(told(caller.get("/v1/tools/executions?cursor=" + cursor)))
                        .isEqualTo("400 invalid_parameters");
            assertThat(told(other.get("/v1/tools/executions?cursor=" + own)))
                    .isEqualTo("400 invalid_parameters");
            assertThat(told(caller.get("/v1/resources/tts-voices?cursor=" + own)))
                    .isEqualTo("400 invalid_parameters");
        }

        @Test
        void finds_by_metadata_and_by_the_calling_key() {
            String one = caller.started(
                    "generate-image",
                    "{\"prompt\":\"a\",\"metadata\":{\"order\":\"17\",\"b\":\"c\"}}");
            caller.started("generate-image", "{\"prompt\":\"a\",\"metadata\":{\"order\":\"18\"}}");
            assertThat(listed("?metadata%5Border%5D=17&metadata%5Bb%5D=c")).containsExactly(one);
            assertThat(listed("?metadata%5Border%5D=19")).isEmpty();
            assertThat(listed("?selfOnly=true")).hasSize(2);
            assertThat(told(caller.get("/v1/tools/executions?selfOnly=maybe")))
                    .isEqualTo("400 invalid_parameters");
        }

        @Test
        void shows_files_as_the_execution_itself_does() throws IOException {
            var done = made("image/png", "a.png");
            var page = caller.found("/v1/tools/executions");
            assertThat(page.get("toolExecutions").get(0)).isEqualTo(done);
        }
    }

    @Nested
    class AnId {
        @Test
        void that_is_malformed_or_of_another_kind_is_400() throws IOException {
            String file = file("image/png", "a.png");
            for (var id : List.of("x", "vg_tool_", "vg_tool_" + "x".repeat(26), file, "ep_1"))
                for (var answer :
                        List.of(caller.get("/v1/tools/executions/" + id), caller.cancel(id)))
                    assertThat(told(answer)).as(id).isEqualTo("400 invalid_id");
        }

        @Test
        void of_another_account_answers_as_an_absent_one() {
            String id = caller.started("generate-image", CAT);
            for (var path : List.of("/v1/tools/executions/%s", "/v1/tools/executions/%s/cancel")) {
                boolean read = path.endsWith("%s");
                var strange = read ? other.get(path.formatted(id)) : other.post(path.formatted(id));
                String absent = path.formatted("vg_tool_" + ABSENT);
                var none = read ? other.get(absent) : other.post(absent);
                assertThat(told(strange)).isEqualTo("404 not_found");
                assertThat(strange.body().replaceAll("req_\\w+", ""))
                        .isEqualTo(none.body().replaceAll("req_\\w+", ""));
            }
        }
    }
}
