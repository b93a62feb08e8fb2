package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;

/** Somebody with a key of another account asks for what its owner has just looked at. */
class IsolationTest extends OverTheWire {
    private static final String ABSENT = "01KB0000000000000000000000";

    private Client stranger;

    @BeforeEach
    void invite() {
        stranger = server.stranger();
    }

    private static String task(String id) {
        return "{\"taskId\":\"" + id + "\"}";
    }

    private String submit() {
        return client.data("generate-tts", "{\"text\":\"hello\"}").get("taskId").asString();
    }

    /** The owner asks, the stranger asks, the owner asks again: the stranger learns nothing. */
    private void onlyForItsOwner(String tool, String body, String id) {
        String absent = id.replaceAll("_\\w+", "_" + ABSENT);
        for (int round = 0; round < 2; round++) {
            assertThat(client.execute(tool, body).statusCode()).isEqualTo(200);
            var strange = stranger.execute(tool, body);
            var none = stranger.execute(tool, body.replace(id, absent));
            assertThat(strange.statusCode()).isEqualTo(404);
            assertThat(told(strange)).isEqualTo(told(none));
        }
        assertThat(client.execute(tool, body).statusCode()).isEqualTo(200);
    }

    private static String told(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("req_\\w+", "");
    }

    @Nested
    class ATask {
        @Test
        void is_seen_by_its_owner_alone_while_it_waits_and_after_its_end() throws IOException {
            String id = submit();
            onlyForItsOwner("get-task-status", task(id), id);
            onlyForItsOwner(
                    "wait-for-task", "{\"taskId\":\"" + id + "\",\"timeoutSeconds\":0}", id);
            var hand = server.hand();
            hand.finish(hand.take(EngineName.SPEECH), "audio/wav", "a.wav", new byte[9]);
            onlyForItsOwner("get-task-status", task(id), id);
            onlyForItsOwner("wait-for-task", task(id), id);
        }

        @Test
        void is_called_off_by_its_owner_alone() {
            String id = submit();
            client.data("get-task-status", task(id));
            assertThat(stranger.execute("cancel-task", task(id)).statusCode()).isEqualTo(404);
            assertThat(client.data("get-task-status", task(id)).get("status").asString())
                    .isEqualTo("PENDING");
            onlyForItsOwner("cancel-task", task(id), id);
        }

        @Test
        void stands_in_no_list_of_a_stranger() {
            submit();
            assertThat(client.data("list-tasks", "{}").get("tasks")).hasSize(1);
            assertThat(stranger.data("list-tasks", "{}").get("tasks")).isEmpty();
        }
    }

    @Nested
    class ASession {
        @Test
        void takes_tasks_of_its_owner_alone() {
            String id = client.data("create-session", "{}").get("sessionId").asString();
            onlyForItsOwner(
                    "generate-image-from-text",
                    "{\"prompt\":\"a cat\",\"workerId\":\"" + id + "\"}",
                    id);
            assertThat(stranger.data("list-tasks", "{}").get("tasks")).isEmpty();
        }

        @Test
        void is_listed_for_its_owner_alone() {
            String id = client.data("create-session", "{}").get("sessionId").asString();
            onlyForItsOwner("list-tasks", "{\"sessionId\":\"" + id + "\"}", id);
        }
    }

    @Nested
    class AFile {
        @Test
        void gives_its_address_to_its_owner_alone() throws IOException {
            String id = submit();
            var hand = server.hand();
            hand.finish(hand.take(EngineName.SPEECH), "audio/wav", "a.wav", new byte[9]);
            String asset = client.data("get-task-status", task(id))
                    .at("/output/assetIds/0")
                    .asString();
            onlyForItsOwner("download-asset", "{\"assetId\":\"" + asset + "\"}", asset);
        }
    }

    @Nested
    class AnIdempotencyKey {
        @Test
        void replays_nothing_to_a_stranger_who_sends_the_same_request() {
            String[] key = {"Idempotency-Key", "k1"};
            var first = client.execute("generate-tts", "{\"text\":\"a\"}", key);
            var strange = stranger.execute("generate-tts", "{\"text\":\"a\"}", key);
            assertThat(strange.statusCode()).isEqualTo(200);
            assertThat(strange.headers().firstValue("idempotent-replayed")).isEmpty();
            assertThat(strange.body()).isNotEqualTo(first.body());
            var again = client.execute("generate-tts", "{\"text\":\"a\"}", key);
            assertThat(again.body()).isEqualTo(first.body());
        }
    }

    @Nested
    class ABook {
        @Test
        void shows_what_its_own_account_holds() {
            submit();
            assertThat(client.data("get-credit-balance", "{}").get("held").asInt())
                    .isEqualTo(10);
            assertThat(stranger.data("get-credit-balance", "{}").get("held").asInt())
                    .isZero();
        }
    }
}
