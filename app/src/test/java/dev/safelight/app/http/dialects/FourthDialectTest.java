package dev.safelight.app.http.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.FourthDialect;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.server.webhook.Notice;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;

/** The kit of dialects carries one that it has never seen, through the real listener. */
class FourthDialectTest extends OverTheWire {

    private HttpResponse<String> post(String json, String... headers) {
        var request = client.request("/fourth/jobs").POST(BodyPublishers.ofString(json));
        return Client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private HttpResponse<String> get(String path) {
        return Client.send(client.request(path).build());
    }

    private String submit(String text) {
        return Client.json(post("{\"text\":\"" + text + "\"}")).get("job").asString();
    }

    private static String bad(HttpResponse<String> response) {
        return response.statusCode() + " " + Client.json(response).path("bad").asString();
    }

    @Nested
    class ASubmit {
        @Test
        void is_acknowledged_and_looked_at_under_ids_of_every_dialect() {
            String job = submit("hello");
            assertThat(job).startsWith("job-");
            String bare = job.substring(4);
            for (var id : new String[] {job, bare, "task_" + bare})
                assertThat(Client.json(get("/fourth/jobs/" + id)).get("at").asString())
                        .isEqualTo("PENDING");
            assertThat(client.data("get-task-status", "{\"taskId\":\"" + job + "\"}")
                            .get("taskId")
                            .asString())
                    .isEqualTo("task_" + bare);
        }

        @Test
        void is_replayed_under_its_key_and_refused_with_other_words() {
            String[] key = {"Idempotency-Key", "k"};
            var first = post("{\"text\":\"a\"}", key);
            var again = post("{ \"text\" : \"a\", \"unknown\": 1 }", key);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(bad(post("{\"text\":\"b\"}", key))).isEqualTo("422 idempotency_conflict");
        }

        @Test
        void under_a_name_of_the_callers_own_shows_the_task_as_it_is() throws IOException {
            String named = "{\"text\":\"a\",\"name\":\"mine\"}";
            String job = Client.json(post(named)).get("job").asString();
            server.hand().take(EngineName.SPEECH);
            var again = Client.json(post(named));
            assertThat(again.get("job").asString()).isEqualTo(job);
            assertThat(again.get("at").asString()).isEqualTo("RUNNING");
            assertThat(bad(post("{\"text\":\"b\",\"name\":\"mine\"}")))
                    .isEqualTo("409 name_conflict");
        }
    }

    @Test
    void a_list_goes_on_from_its_cursor_and_from_no_other() {
        String first = submit("1");
        String second = submit("2");
        String third = submit("3");
        var page = Client.json(get("/fourth/jobs?most=2&mine=true"));
        assertThat(page.get("jobs")).extracting(JsonNode::asString).containsExactly(third, second);
        String next = page.get("next").asString();
        var rest = Client.json(get("/fourth/jobs?from=" + next));
        assertThat(rest.get("jobs")).extracting(JsonNode::asString).containsExactly(first);
        assertThat(rest.has("next")).isFalse();
        client.data("generate-tts", "{\"text\":\"4\"}");
        String others =
                client.data("list-tasks", "{\"limit\":1}").get("nextCursor").asString();
        assertThat(bad(get("/fourth/jobs?from=" + others))).isEqualTo("400 invalid_input");
        assertThat(bad(get("/fourth/jobs?most=10"))).isEqualTo("400 invalid_input");
        assertThat(bad(get("/fourth/jobs?most=two"))).isEqualTo("400 invalid_input");
        assertThat(bad(get("/fourth/jobs?most=1&most=2"))).isEqualTo("400 invalid_input");
        assertThat(bad(get("/fourth/jobs?most=%ff%fe"))).startsWith("400 ");
    }

    @Test
    void a_held_wait_writes_nothing_until_the_end() {
        String job = submit("hello");
        var waiting =
                client.begin(client.request("/fourth/jobs/" + job + "/end").build());
        server.await("a wait", server.live.waits::size);
        server.pass(java.time.Duration.ofSeconds(31));
        assertThat(waiting).isNotDone();
        var dropped = Client.send(client.request("/fourth/jobs/" + job).DELETE().build());
        assertThat(dropped.statusCode()).isEqualTo(204);
        var answer = waiting.join();
        assertThat(answer.body()).startsWith("{");
        assertThat(Client.json(answer).get("at").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void a_streamed_answer_comes_piece_by_piece_and_ends() {
        String job = submit("hello");
        server.hand().take(EngineName.SPEECH);
        assertThat(get("/fourth/jobs/" + job + "/log").body())
                .isEqualTo("retry: 1500\n\n"
                        + "event: kind\ndata: SUBMITTED\n\nevent: kind\ndata: STARTED\n\n");
    }

    @Nested
    class ABody {
        private HttpResponse<String> bring(byte[] bytes) {
            return Client.send(client.request("/fourth/bodies/x")
                    .PUT(BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(bytes)))
                    .build());
        }

        @Test
        void is_taken_as_it_comes() {
            byte[] ones = new byte[100_000];
            java.util.Arrays.fill(ones, (byte) 1);
            assertThat(bring(ones).body()).isEqualTo("[100000,100000]");
            assertThat(bring(new byte[0]).body()).isEqualTo("[0,0]");
        }

        @Test
        void is_refused_once_it_is_too_long() {
            assertThat(bad(bring(new byte[100_001]))).isEqualTo("413 payload_too_large");
        }
    }

    @Nested
    class ItsManners {
        @Test
        void rate_headers_tell_seconds() {
            var headers = get("/fourth/jobs").headers();
            long reset = headers.firstValueAsLong("X-RateLimit-Reset").orElseThrow();
            long now = server.time.instant().getEpochSecond();
            assertThat(reset).isBetween(now, now + 61);
        }

        @Test
        void every_base_has_its_envelope() {
            assertThat(bad(get("/fourth/nothing/here"))).isEqualTo("404 route_not_found");
            assertThat(bad(get("/also/fourth/nothing"))).isEqualTo("404 route_not_found");
            assertThat(bad(get("/fourth/jobs/job-none"))).isEqualTo("404 task_not_found");
        }

        @Test
        void two_keys_are_told_apart_as_it_is_used_to() {
            var both = client.request("/fourth/jobs").header("x-api-key", "no-key-of-anybody-here");
            assertThat(bad(Client.send(both.build()))).isEqualTo("401 invalid_key");
        }

        @Test
        void several_segments_may_be_one_value() {
            assertThat(get("/fourth/any/a/b").body()).isEqualTo("\"a/b\"");
        }
    }

    @Test
    void a_delivery_tells_its_payload_as_of_the_entry() {
        String job = submit("hello");
        var id = new TaskId(dev.safelight.core.id.Id.parse(job.substring(4)).orElseThrow());
        var view = server.live
                .store
                .reads()
                .find(server.owner.account(), id)
                .join()
                .orElseThrow();
        var notice = new Notice.OfTask(id.id(), Instant.EPOCH, Occasion.TASK_SUCCEEDED, view);
        var told = FourthDialect.payload(server.dialects).of(notice).join().orElseThrow();
        assertThat(JsonMapper.shared().readTree(told))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"what\":\"TASK_SUCCEEDED\",\"job\":\"" + job
                                + "\",\"at\":\"PENDING\"}"));
    }
}
