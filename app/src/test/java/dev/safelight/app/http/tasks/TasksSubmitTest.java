package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.Hand;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@code POST /v1/tasks/submit}, from the documents' own example. */
class TasksSubmitTest extends TasksOverTheWire {

    @Nested
    class TheDocumentedRequest {
        @Test
        void is_answered_as_documented() {
            var response = post(SUBMIT, DOCUMENTED);
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(response.body()).contains("\"estimated_credits\":0.64,");
            var answer = Client.json(response);
            assertThat(names(answer))
                    .containsExactly(
                            "task_id",
                            "out_task_id",
                            "status",
                            "estimated_credits",
                            "estimated_seconds",
                            "stream_url");
            assertThat(answer.get("task_id").asString()).matches("task_[0-9A-Z]{26}");
            assertThat(answer.get("out_task_id").asString()).isEqualTo("my-render-2026-05-25-001");
            assertThat(answer.get("status").asString()).isEqualTo("pending");
            assertThat(answer.get("estimated_seconds").asInt()).isEqualTo(150);
        }

        @Test
        void without_an_id_of_the_callers_own_is_answered_without_one() {
            assertThat(names(submitted(PICTURE))).doesNotContain("out_task_id");
        }

        @Test
        void may_say_stream_and_have_the_fields_of_every_submit() {
            String more = "{\"stream\": true, \"callback_url\": null, \"priority\": 9,"
                    + " \"start_deadline_seconds\": 60, \"run_deadline_seconds\": 60,"
                    + " \"metadata\": {\"job\": \"7\"},";
            var answer = submitted(DOCUMENTED.replaceFirst("\\{", more));
            var shown = query(answer.get("task_id").asString());
            assertThat(shown.at("/metadata/job").asString()).isEqualTo("7");
        }
    }

    @Nested
    class Params {
        @Test
        void may_stand_beside_the_model() {
            String flat = "{\"model\":\"sora-2-pro\",\"out_task_id\":\"my-render-2026-05-25-001\","
                    + "\"aspect_ratio\":\"16:9\",\"duration_seconds\":8,\"prompt\":\"...\"}";
            String task = submit(flat);
            var again = post(SUBMIT, DOCUMENTED);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(Client.json(again).get("task_id").asString()).isEqualTo(task);
        }

        @Test
        void in_both_places_must_say_the_same() {
            String both = "{\"model\":\"sora-2\",\"duration_seconds\":%s,"
                    + "\"params\":{\"prompt\":\"a\",\"duration_seconds\":5}}";
            submit(both.formatted("5.0"));
            submit(both.formatted("null"));
            refusedFor(post(SUBMIT, both.formatted("6")), "duration_seconds", "differ");
        }

        @Test
        void take_no_field_of_the_submit_itself() {
            refusedFor(
                    post(SUBMIT, "{\"model\":\"sora-2\",\"params\":{\"priority\":3}}"),
                    "priority",
                    "beside 'params'");
            refusedFor(post(SUBMIT, "{\"model\":\"sora-2\",\"params\":7}"), "params", "object");
        }

        @Test
        void cost_as_many_times_as_there_are_results() {
            var answer = post(
                    SUBMIT,
                    "{\"model\":\"gpt-image-2\",\"prompt\":\"a\",\"size\":\"4096x4096\",\"n\":4}");
            assertThat(answer.body()).contains("\"estimated_credits\":0.96,");
            var error = refused(post(SUBMIT, PICTURE), 402, "insufficient_balance");
            assertThat(error.get("message").asString())
                    .startsWith("This needs 0.08 credits and 0.04 are available.");
        }
    }

    @Nested
    class UnderAnIdOfTheCallersOwn {
        @Test
        void the_same_again_answers_the_task_as_it_is_now() throws IOException {
            String task = submit(DOCUMENTED);
            var hand = server.hand();
            var lease = hand.take(Hand.CLIPS);
            String spelledOtherwise = """
                    {"params": {"aspect_ratio":"16:9","duration_seconds":8.0, "prompt":"..."},
                     "out_task_id": "my-render-2026-05-25-001", "model": "sora-2-pro"}""";
            var running = post(SUBMIT, spelledOtherwise);
            assertThat(running.statusCode()).isEqualTo(200);
            assertThat(Client.json(running).get("task_id").asString()).isEqualTo(task);
            assertThat(Client.json(running).get("status").asString()).isEqualTo("running");
            hand.finish(lease, "video/mp4", "a.mp4", new byte[9]);
            var completed = post(SUBMIT, DOCUMENTED);
            assertThat(Client.json(completed)).isEqualTo(query(task));
        }

        @Test
        void another_request_is_a_conflict() {
            submit(DOCUMENTED);
            for (var other : new String[] {
                DOCUMENTED.replace("16:9", "1:1"), DOCUMENTED.replace("sora-2-pro", "sora-2")
            }) refused(post(SUBMIT, other), 409, "duplicate_out_task_id");
        }

        @Test
        void another_key_of_the_account_makes_a_task_of_its_own() {
            String mine = submit(DOCUMENTED.replace(": 8", ": 1"));
            var theirs = colleague().call("POST", SUBMIT, DOCUMENTED.replace(": 8", ": 1"));
            assertThat(theirs.statusCode()).isEqualTo(202);
            assertThat(theirs.body()).doesNotContain(mine);
        }

        @Test
        void its_length_and_letters_are_bounded() {
            for (var id : new String[] {"", "é", "a\\nb", "a".repeat(129)})
                refusedFor(
                        post(SUBMIT, DOCUMENTED.replace("my-render-2026-05-25-001", id)),
                        "out_task_id",
                        "'out_task_id' must");
            submit(DOCUMENTED.replace("my-render-2026-05-25-001", "~ ".repeat(64)));
        }
    }

    @Nested
    class UnderAnIdempotencyKey {
        private static final String KEY = "Idempotency-Key";

        @Test
        void the_same_again_repeats_the_first_answer() {
            var first = post(SUBMIT, PICTURE, KEY, "k");
            server.hand().take(EngineName.ILLUSTRATOR);
            var again = post(SUBMIT, PICTURE, KEY, "k");
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
            assertThat(header(first, "Idempotent-Replayed")).isEmpty();
        }

        @Test
        void another_request_is_refused_whatever_its_model() {
            post(SUBMIT, PICTURE, KEY, "k");
            refused(
                    post(SUBMIT, PICTURE.replace("cat", "dog"), KEY, "k"),
                    422,
                    "idempotency_conflict");
            refused(
                    post(SUBMIT, PICTURE.replace("v4", "v5lite"), KEY, "k"),
                    422,
                    "idempotency_conflict");
            refused(post(SUBMIT, PICTURE, KEY, "k".repeat(256)), 400, "invalid_param");
        }

        @Test
        void and_an_own_id_both_must_name_one_task() {
            String small = DOCUMENTED.replace(": 8", ": 1");
            var first = post(SUBMIT, small, KEY, "k");
            assertThat(post(SUBMIT, small, KEY, "k").body()).isEqualTo(first.body());
            String other = small.replace("-001", "-002");
            refused(post(SUBMIT, other, KEY, "k"), 409, "duplicate_out_task_id");
        }

        @Test
        void another_dialect_answers_nothing_of_it() {
            post(SUBMIT, PICTURE, KEY, "k");
            var spoken = client.execute("generate-tts", "{\"text\":\"a\"}", KEY, "k");
            assertThat(spoken.statusCode()).isEqualTo(200);
            assertThat(header(spoken, "Idempotent-Replayed")).isEmpty();
        }
    }

    /** All but the address of the stream: this server has another port and secret each time. */
    private static String kept(HttpResponse<String> response) {
        return response.body().replaceFirst(",\"stream_url\":\"[^\"]*\"", "");
    }

    @Test
    void after_a_restart_both_kinds_of_replay_go_on() throws IOException {
        var first = post(SUBMIT, DOCUMENTED, "Idempotency-Key", "k");
        server.close();
        server = serve();
        client = server.client();
        var byKey = post(SUBMIT, DOCUMENTED, "Idempotency-Key", "k");
        assertThat(byKey.statusCode()).isEqualTo(202);
        assertThat(kept(byKey)).isEqualTo(kept(first));
        var byId = post(SUBMIT, DOCUMENTED);
        assertThat(byId.statusCode()).isEqualTo(200);
        assertThat(kept(byId)).isEqualTo(kept(first));
        assertThat(client.data("get-credit-balance", "{}").get("held").asInt()).isEqualTo(640);
    }

    @Test
    void under_an_id_of_ones_own_may_wish_for_it_otherwise() {
        var first = submitted(DOCUMENTED);
        var sooner = DOCUMENTED.replaceFirst("\\{", "{\"priority\": 9,");
        var again = post(SUBMIT, sooner);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(Client.json(again).get("task_id")).isEqualTo(first.get("task_id"));
    }

    @Nested
    class ThatPrefersToWait {
        private CompletableFuture<HttpResponse<String>> begin() {
            var answer = client.begin(request(client, SUBMIT, DOCUMENTED, "Prefer", "wait=20"));
            server.await("a wait", server.live.waits::size);
            return answer;
        }

        @Test
        void is_answered_with_the_end() throws IOException {
            var waiting = begin();
            var hand = server.hand();
            hand.finish(hand.take(Hand.CLIPS), "video/mp4", "a.mp4", new byte[9]);
            var answer = waiting.join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Preference-Applied")).isEqualTo("wait=20");
            assertThat(Client.json(answer).get("status").asString()).isEqualTo("completed");
        }

        @Test
        void is_held_again_when_it_is_repeated() throws IOException {
            submitted(PICTURE, "Idempotency-Key", "k");
            var waiting = client.begin(
                    request(client, SUBMIT, PICTURE, "Prefer", "wait=20", "Idempotency-Key", "k"));
            server.await("a wait", server.live.waits::size);
            var hand = server.hand();
            hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", new byte[9]);
            var answer = waiting.join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Preference-Applied")).isEqualTo("wait=20");
            assertThat(header(answer, "Idempotent-Replayed")).isEqualTo("true");
            assertThat(Client.json(answer).get("status").asString()).isEqualTo("completed");
        }

        @Test
        void is_accepted_when_the_time_is_up() {
            var waiting = begin();
            server.pass(Duration.ofSeconds(19));
            assertThat(waiting).isNotDone();
            server.pass(Duration.ofSeconds(2));
            var answer = waiting.join();
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(Client.json(answer).get("status").asString()).isEqualTo("pending");
        }
    }
}
