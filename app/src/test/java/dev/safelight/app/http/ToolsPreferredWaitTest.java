package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.HttpLimits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A caller of the tools dialect who prefers to wait, of a server that holds one answer. */
class ToolsPreferredWaitTest extends OverTheWire {
    private static final String SPEECH = "{\"text\":\"hello\"}";
    private static final HttpLimits ONE_WAIT = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            new HttpLimits.Open(
                    new HttpLimits.Permits(1, 1, 1), Limits.USUAL.http().open().streams()),
            Limits.USUAL.http().together());

    @Override
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder, ONE_WAIT, Limits.USUAL.firstKeys());
    }

    private CompletableFuture<HttpResponse<String>> begin(
            String tool, String json, String... headers) {
        var answer = client.begin(client.execution(tool, json, headers));
        server.await("a wait", server.live.waits::size);
        return answer;
    }

    private String submit() {
        return client.data("generate-tts", SPEECH).get("taskId").asString();
    }

    private static String task(String id) {
        return "{\"taskId\":\"" + id + "\"}";
    }

    private void speak() throws IOException {
        var hand = server.hand();
        hand.finish(hand.take(EngineName.SPEECH), "audio/wav", "a.wav", new byte[9]);
    }

    /** What was answered and how long it was to be held for. */
    private static String told(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer).at("/data/status").asString() + " "
                + answer.headers().firstValue("Preference-Applied").orElse("at once");
    }

    @Nested
    class ToSubmit {
        @Test
        void is_answered_with_the_task_when_it_ends_in_time() throws IOException {
            var waiting = begin("generate-tts", SPEECH, "Prefer", "wait=20");
            speak();
            assertThat(told(waiting.join())).isEqualTo("COMPLETED wait=20");
            assertThat(Client.json(waiting.join()).at("/data/output/assetIds")).hasSize(1);
        }

        @Test
        void is_answered_with_the_acknowledgement_when_the_time_is_up() {
            var waiting = begin("generate-tts", SPEECH, "Prefer", "wait=20");
            server.pass(Duration.ofSeconds(19));
            assertThat(waiting).isNotDone();
            server.pass(Duration.ofSeconds(2));
            assertThat(told(waiting.join())).isEqualTo("PENDING wait=20");
            assertThat(Client.json(waiting.join()).get("data").propertyNames())
                    .containsExactly("taskId", "status", "estimatedCredits");
        }

        @Test
        void is_not_held_again_by_a_replay() throws IOException {
            var waiting =
                    begin("generate-tts", SPEECH, "Prefer", "wait=20", "Idempotency-Key", "one");
            speak();
            assertThat(told(waiting.join())).isEqualTo("COMPLETED wait=20");
            var again = client.execute(
                    "generate-tts", SPEECH, "Prefer", "wait=20", "Idempotency-Key", "one");
            assertThat(told(again)).isEqualTo("PENDING at once");
        }
    }

    @Nested
    class ToLook {
        @Test
        void is_answered_when_the_task_ends_at_most_five_minutes_later() {
            String id = submit();
            var waiting = begin("get-task-status", task(id), "Prefer", "wait=900");
            server.pass(Duration.ofSeconds(299));
            assertThat(waiting).isNotDone();
            client.data("cancel-task", task(id));
            assertThat(told(waiting.join())).isEqualTo("CANCELLED wait=300");
        }

        @Test
        void is_answered_with_the_live_task_when_the_time_is_up() {
            var waiting = begin("get-task-status", task(submit()), "Prefer", "wait=5");
            server.pass(Duration.ofSeconds(6));
            assertThat(told(waiting.join())).isEqualTo("PENDING wait=5");
        }

        @Test
        void is_answered_at_once_about_a_task_that_has_ended() {
            String id = submit();
            client.data("cancel-task", task(id));
            var looked = client.execute("get-task-status", task(id), "Prefer", "wait=5");
            assertThat(told(looked)).isEqualTo("CANCELLED wait=5");
        }
    }

    @Test
    void what_cannot_be_held_is_answered_at_once() {
        String id = submit();
        var waiting = begin("get-task-status", task(id), "Prefer", "wait=60");
        server.await("a wait", server.http::heldAnswers);
        assertThat(told(client.execute("generate-tts", SPEECH, "Prefer", "wait=60")))
                .isEqualTo("PENDING at once");
        assertThat(told(client.execute("get-task-status", task(id), "Prefer", "wait=60")))
                .isEqualTo("PENDING at once");
        client.data("cancel-task", task(id));
        assertThat(told(waiting.join())).isEqualTo("CANCELLED wait=60");
    }
}
