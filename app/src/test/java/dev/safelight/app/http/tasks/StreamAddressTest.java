package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.EventReader;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The address of a task's stream that answers show: a page follows a task by it without a key. */
@Timeout(60)
class StreamAddressTest extends TasksOverTheWire {
    private static final String STREAM = "/v1/tasks/stream/";

    private static String told(EventReader.Event event) {
        return event.id() + " " + event.name();
    }

    private HttpRequest.Builder at(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private int status(String address) {
        return Client.send(at(address).build()).statusCode();
    }

    @Test
    void any_page_reads_it_without_a_key_and_comes_again_by_itself() {
        String address = submitted(PICTURE).get("stream_url").asString();
        try (var stream = EventReader.open(at(address).build())) {
            var headers = stream.response.headers();
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(told(stream.next())).isEqualTo("1 pending");
        }
        server.hand().take(EngineName.ILLUSTRATOR);
        var again = at(address).header("Last-Event-ID", "1").build();
        try (var stream = EventReader.open(again)) {
            assertThat(told(stream.next())).isEqualTo("2 running");
        }
    }

    @Test
    void is_the_same_in_every_answer_and_in_a_replay() {
        var first = submitted(PICTURE, "Idempotency-Key", "a");
        var replay = post(SUBMIT, PICTURE, "Idempotency-Key", "a");
        assertThat(Client.json(replay)).isEqualTo(first);
        assertThat(query(first.get("task_id").asString()).get("stream_url"))
                .isEqualTo(first.get("stream_url"));
    }

    @Test
    void lasts_until_an_hour_after_its_task_must_have_ended() {
        String json = """
                {"model": "seedream-v4", "params": {"prompt": "a cat"},
                 "start_deadline_seconds": 600, "run_deadline_seconds": 60}""";
        var task = submitted(json);
        String address = task.get("stream_url").asString();
        server.time.pass(Duration.ofSeconds(600 + 60 + 3_600 - 2));
        assertThat(query(task.get("task_id").asString()).get("stream_url").asString())
                .isEqualTo(address);
        server.time.pass(Duration.ofSeconds(3));
        refused(Client.send(at(address).build()), 403, "permission_denied");
        assertThat(query(task.get("task_id").asString()).has("stream_url")).isFalse();
    }

    @Test
    void is_good_unchanged_alone() {
        String address = submitted(PICTURE).get("stream_url").asString();
        String other = submitted(PICTURE).get("stream_url").asString();
        String task = address.replaceAll(".*(task_\\w{26}).*", "$1");
        assertThat(status(other.replaceFirst("task_\\w{26}", task))).isEqualTo(403);
        assertThat(status(address + "&last_event_id=1")).isEqualTo(403);
        assertThat(status(address.replaceFirst("&sig=.*", ""))).isEqualTo(403);
    }

    @Test
    void does_not_show_the_digest_of_the_key() {
        String address = submitted(PICTURE).get("stream_url").asString();
        String hex = new KeyText(LiveServer.KEY).digest().hex();
        assertThat(address).doesNotContain(hex).doesNotContain(LiveServer.KEY);
    }

    @Test
    void ends_with_the_text_of_its_key() {
        var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"page\"}");
        var page = new Client(server.http.port(), made.get("key").asString());
        var answer = Client.json(Client.send(request(page, SUBMIT, PICTURE)));
        String address = answer.get("stream_url").asString();
        try (var byAddress = EventReader.open(at(address).build());
                var byKey = EventReader.open(
                        page.request(STREAM + answer.get("task_id").asString()).build())) {
            byAddress.next();
            byKey.next();
            String id = made.at("/apiKey/id").asString();
            assertThat(client.call("DELETE", "/api/v1/api-keys/" + id, "").statusCode())
                    .isLessThan(300);
            assertThat(byAddress.nextOrNull()).isNull();
            assertThat(byKey.nextOrNull()).isNull();
        }
        var refusal = Client.send(at(address).build());
        refused(refusal, 403, "permission_denied");
        assertThat(header(refusal, "Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
