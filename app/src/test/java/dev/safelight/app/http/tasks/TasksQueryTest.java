package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.Hand;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** {@code /v1/tasks/query} and {@code /v1/tasks/cancel}, from the documents' own examples. */
class TasksQueryTest extends TasksOverTheWire {
    private static final byte[] BYTES = {1, 2, 3};

    @Nested
    class TheDocumentedView {
        @Test
        void while_running_has_the_estimates() {
            String task = submit(DOCUMENTED);
            server.hand().take(Hand.CLIPS);
            var view = query(task);
            assertThat(names(view))
                    .containsExactly(
                            "task_id",
                            "out_task_id",
                            "status",
                            "estimated_credits",
                            "estimated_seconds",
                            "stream_url");
            assertThat(view.get("status").asString()).isEqualTo("running");
            assertThat(view.get("estimated_credits").decimalValue()).isEqualByComparingTo("0.64");
        }

        @Test
        void after_completion_has_the_price_and_the_output() throws IOException {
            String task = submit(DOCUMENTED);
            var hand = server.hand();
            String known = "{\"seconds\":8,\"words\":[{\"at\":1}],\"width\":1920,\"height\":1080}";
            hand.finish(hand.take(Hand.CLIPS), "video/mp4", "a.mp4", BYTES, known);
            var view = query(task);
            assertThat(names(view))
                    .containsExactly(
                            "task_id",
                            "out_task_id",
                            "status",
                            "credits_used",
                            "output",
                            "model",
                            "engine",
                            "stream_url");
            assertThat(view.get("credits_used").decimalValue()).isEqualByComparingTo("0.64");
            var entry = view.get("output").get(0);
            assertThat(names(entry))
                    .containsExactly("type", "url", "duration_seconds", "width", "height");
            assertThat(entry.toString())
                    .startsWith("{\"type\":\"video\"")
                    .endsWith("\"duration_seconds\":8,\"width\":1920,\"height\":1080}");
            assertThat(view.get("model").asString()).isEqualTo("sora-2-pro");
            assertThat(view.get("engine").asString()).isEqualTo("clips");
        }

        @Test
        void after_failure_has_the_error_and_the_estimate_but_no_price() {
            String task = submit(DOCUMENTED);
            var hand = server.hand();
            hand.fail(hand.take(Hand.CLIPS), FailureCode.MODEL_ERROR);
            var view = query(task);
            assertThat(names(view))
                    .containsExactly(
                            "task_id",
                            "out_task_id",
                            "status",
                            "estimated_credits",
                            "error_code",
                            "error_message",
                            "stream_url");
            assertThat(view.get("error_code").asString()).isEqualTo("model_error");
            assertThat(view.get("error_message").asString()).startsWith("It came to nothing.");
        }

        @Test
        void of_a_picture_and_of_a_sound_have_what_is_known_of_them() throws IOException {
            String picture = submit(PICTURE);
            String sound = client.data("generate-tts", "{\"text\":\"a\"}")
                    .get("taskId")
                    .asString();
            var hand = server.hand();
            String known = "{\"width\":1536,\"height\":1024}";
            hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", BYTES, known);
            hand.finish(
                    hand.take(EngineName.SPEECH),
                    "audio/wav",
                    "a.wav",
                    BYTES,
                    "{\"seconds\":0.25}");
            assertThat(names(query(picture).at("/output/0")))
                    .containsExactly("type", "url", "width", "height");
            var heard = query(sound).at("/output/0");
            assertThat(heard.get("type").asString()).isEqualTo("audio");
            assertThat(heard.toString()).endsWith("\"duration_seconds\":0.25}");
        }
    }

    @Nested
    class AnAddressOfAFile {
        private String address(String task) {
            return query(task).at("/output/0/url").asString();
        }

        private int status(String address) {
            return Client.send(HttpRequest.newBuilder(URI.create(address)).build())
                    .statusCode();
        }

        @Test
        void needs_no_key_lasts_a_day_and_is_fresh_at_each_query() throws IOException {
            String task = submit(PICTURE);
            var hand = server.hand();
            hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", BYTES);
            String first = address(task);
            assertThat(status(first)).isEqualTo(200);
            server.pass(Duration.ofHours(24).minusSeconds(2));
            assertThat(status(first)).isEqualTo(200);
            server.pass(Duration.ofSeconds(3));
            assertThat(status(first)).isEqualTo(403);
            assertThat(status(address(task))).isEqualTo(200);
        }
    }

    @Nested
    class ATaskIsFound {
        @Test
        void by_its_id_in_every_spelling_and_by_its_own_in_body_and_address() {
            String task = submit(DOCUMENTED);
            var seen = query(task);
            String bare = task.substring("task_".length());
            for (var id : new String[] {bare, "vg_tool_" + bare, "vg_exec_" + bare}) {
                assertThat(query(id)).isEqualTo(seen);
                assertThat(Client.json(get(QUERY + "?task_id=" + id))).isEqualTo(seen);
            }
            assertThat(client.done("POST", QUERY, byOwnId("my-render-2026-05-25-001")))
                    .isEqualTo(seen);
            assertThat(client.done("GET", QUERY + "?out_task_id=my-render-2026-05-25-001", ""))
                    .isEqualTo(seen);
        }

        @Test
        void by_exactly_one_id() {
            String task = submit(DOCUMENTED);
            String both = "{\"task_id\":\"" + task + "\",\"out_task_id\":\"%s\"}";
            for (var path : new String[] {QUERY, CANCEL}) {
                for (var body : new String[] {"{}", "", "{\"task_id\":\"\"}", "{\"task_id\":null}"})
                    refusedFor(post(path, body), "task_id", "is required");
                refusedFor(post(path, both.formatted("a")), "task_id", "both");
                assertThat(post(path, both.formatted("")).statusCode()).isEqualTo(200);
                refusedFor(post(path, "{\"task_id\":7}"), "task_id", "a string");
                refusedFor(post(path, "{\"taskid\":\"a\"}"), "taskid", "'task_id'");
            }
            refusedFor(get(QUERY), "task_id", "is required");
            refusedFor(get(QUERY + "?task_id=a&out_task_id=b"), "task_id", "both");
            refusedFor(get(QUERY + "?task_id=a&task_id=b"), "task_id", "twice");
        }

        @Test
        void by_its_own_key_alone() {
            String task = submit(DOCUMENTED);
            for (var other : new Client[] {colleague(), server.stranger()}) {
                for (var path : new String[] {QUERY, CANCEL}) {
                    var strange = other.call("POST", path, byId(task));
                    refused(strange, 404, "task_not_found");
                    assertThat(told(strange))
                            .isEqualTo(told(other.call("POST", path, byId(ABSENT))));
                    var own = other.call("POST", path, byOwnId("my-render-2026-05-25-001"));
                    assertThat(told(own)).isEqualTo(told(strange));
                }
                var byAddress = other.call("POST", CANCEL + "/" + task, "");
                refused(byAddress, 404, "task_not_found");
            }
            assertThat(query(task).get("status").asString()).isEqualTo("pending");
        }

        @Test
        void under_no_id_of_another_kind() {
            submit(DOCUMENTED);
            for (var id : new String[] {
                "nonsense",
                "asset_01KB0000000000000000000000",
                "sess_01KB0000000000000000000000",
                "task_",
                "task_01KB",
                ABSENT,
                "%00",
                "é",
                "' or 1=1 --",
                "a".repeat(4_000)
            }) {
                refused(post(QUERY, byId(id)), 404, "task_not_found");
                refused(post(QUERY, byOwnId(id)), 404, "task_not_found");
                refused(post(CANCEL, byId(id)), 404, "task_not_found");
            }
            refused(get(QUERY + "?out_task_id=%00"), 404, "task_not_found");
            refused(get(QUERY + "?task_id=%00"), 404, "task_not_found");
        }
    }

    @Test
    void leaves_out_files_that_are_not_kept_any_more() throws IOException {
        String task = submit(PICTURE);
        var hand = server.hand();
        hand.finish(hand.take(EngineName.ILLUSTRATOR), 1, Duration.ofHours(1));
        assertThat(query(task).get("output")).hasSize(1);
        server.pass(Duration.ofHours(1));
        assertThat(query(task).get("output")).isEmpty();
    }

    @Nested
    class ACancel {
        @Test
        void shows_the_task_cancelled_with_its_estimates() {
            String task = submit(DOCUMENTED);
            server.hand().take(Hand.CLIPS);
            var view = client.done("POST", CANCEL + "/" + task, "");
            assertThat(names(view))
                    .containsExactly(
                            "task_id",
                            "out_task_id",
                            "status",
                            "estimated_credits",
                            "estimated_seconds",
                            "stream_url");
            assertThat(view.get("status").asString()).isEqualTo("cancelled");
            assertThat(query(task)).isEqualTo(view);
            assertThat(client.done("POST", CANCEL, byId(task))).isEqualTo(view);
            assertThat(client.done("POST", CANCEL, byOwnId("my-render-2026-05-25-001")))
                    .isEqualTo(view);
            assertThat(client.data("get-credit-balance", "{}").get("held").asInt())
                    .isZero();
        }

        @Test
        void changes_nothing_that_has_ended() throws IOException {
            String task = submit(PICTURE);
            var hand = server.hand();
            hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", BYTES);
            assertThat(client.done("POST", CANCEL + "/" + task, "")).isEqualTo(query(task));
        }

        @Test
        void takes_the_id_of_its_path_before_that_of_its_body() {
            String task = submit(PICTURE);
            var view = client.done("POST", CANCEL + "/" + task, byId(ABSENT));
            assertThat(view.get("task_id").asString()).isEqualTo(task);
            refusedFor(post(CANCEL + "/" + task, byOwnId("a")), "task_id", "both");
            refused(post(CANCEL + "/nonsense", byId(task)), 404, "task_not_found");
        }
    }

    @Nested
    class ThatPrefersToWait {
        private HttpResponse<String> waited(String task, String preference) {
            return post(QUERY, byId(task), "Prefer", preference);
        }

        @Test
        void is_held_until_the_end() {
            String task = submit(PICTURE);
            var waiting = client.begin(
                    request(client, QUERY, byId(task), "Prefer", "respond-async, wait=600"));
            server.await("a wait", server.live.waits::size);
            client.done("POST", CANCEL, byId(task));
            var answer = waiting.join();
            assertThat(header(answer, "Preference-Applied")).isEqualTo("wait=300");
            assertThat(Client.json(answer).get("status").asString()).isEqualTo("cancelled");
        }

        @Test
        void is_not_held_for_a_task_that_has_ended_or_for_what_is_no_wait() {
            String task = submit(PICTURE);
            for (var odd :
                    new String[] {"wait", "wait=-1", "wait=x", "handling=lenient", "wait=1.5"})
                assertThat(header(waited(task, odd), "Preference-Applied")).isEmpty();
            client.done("POST", CANCEL, byId(task));
            assertThat(header(waited(task, "wait=5"), "Preference-Applied")).isEqualTo("wait=5");
        }
    }
}
