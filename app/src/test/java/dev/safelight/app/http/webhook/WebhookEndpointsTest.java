package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.webhook.Endpoints;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Endpoints of the {@code executions} dialect over the wire. */
class WebhookEndpointsTest {
    private static final String PATH = "/v1/webhooks/endpoints";
    private static final String URL = "https://receiver.example/hooks?from=safelight";

    @TempDir
    Path folder;

    private LiveServer server;
    private ExecutionsClient caller;
    private ExecutionsClient stranger;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        caller = new ExecutionsClient(server.client());
        stranger = new ExecutionsClient(server.stranger());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> create(String url, String events) {
        return caller.post(PATH, "{\"url\": \"" + url + "\", \"events\": " + events + "}");
    }

    private JsonNode created() {
        var answer = create(URL, "[\"tool_execution.succeeded\", \"file.upload.failed\"]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.json(answer);
    }

    private static String told(HttpResponse<String> answer) {
        return ExecutionsClient.told(answer);
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Nested
    class Created {
        @Test
        void it_shows_its_secret_this_once() {
            var endpoint = created();
            String secret = endpoint.get("signingSecret").asString();
            assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
            assertThat(endpoint.get("signingSecretLast4").asString())
                    .isEqualTo(secret.substring(secret.length() - 4));
            assertThat(endpoint.get("url").asString()).isEqualTo(URL);
            assertThat(words(endpoint.get("events")))
                    .containsExactly("tool_execution.succeeded", "file.upload.failed");
            assertThat(endpoint.get("createdAt").asLong())
                    .isEqualTo(server.time.instant().getEpochSecond());
            var listed = caller.found(PATH).get("endpoints").get(0);
            assertThat(listed.get("signingSecret").isNull()).isTrue();
            assertThat(listed.get("signingSecretLast4"))
                    .isEqualTo(endpoint.get("signingSecretLast4"));
        }

        @Test
        void it_is_kept_by_nobody_on_the_way_nor_for_a_replay() {
            var body = "{\"url\":\"" + URL + "\",\"events\":[\"tool_execution.failed\"]}";
            var first = caller.post(PATH, body, "Idempotency-Key", "once");
            var second = caller.post(PATH, body, "Idempotency-Key", "once");
            assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(Client.json(second).get("endpointId"))
                    .isNotEqualTo(Client.json(first).get("endpointId"));
        }

        @Test
        void it_may_have_a_description() {
            var answer = caller.post(
                    PATH,
                    "{\"url\":\"" + URL + "\",\"events\":[\"tool_execution.failed\"],"
                            + "\"description\":\"bills\",\"more\":1}");
            assertThat(Client.json(answer).get("description").asString()).isEqualTo("bills");
            assertThat(created().get("description").isNull()).isTrue();
        }

        @Test
        void it_may_name_every_documented_event() {
            var all = "[\"tool_execution.succeeded\",\"tool_execution.failed\","
                    + "\"tool_execution.cancelled\",\"file.upload.completed\","
                    + "\"file.upload.failed\",\"file.playback_ready\",\"file.download_ready\","
                    + "\"file.analysis_completed\",\"file.analysis_failed\","
                    + "\"workflow_run.succeeded\",\"workflow_run.failed\","
                    + "\"workflow_run.cancelled\"]";
            var endpoint = Client.json(create(URL, all));
            assertThat(words(endpoint.get("events"))).hasSize(12);
        }

        @Test
        void only_so_many_are_taken() {
            for (int count = 0; count < Endpoints.MOST; count++) created();
            var answer = create(URL, "[\"tool_execution.failed\"]");
            assertThat(told(answer)).startsWith("409 ");
            assertThat(Client.json(answer).get("message").asString())
                    .contains(Endpoints.MOST + " webhook endpoints");
        }
    }

    @Nested
    class IsRefused {
        @Test
        void an_event_that_there_is_not_and_the_known_ones_are_named() {
            var answer = create(URL, "[\"tool_execution.started\"]");
            assertThat(told(answer)).isEqualTo("400 invalid_parameters");
            assertThat(Client.json(answer).get("message").asString())
                    .contains("tool_execution.started", "tool_execution.succeeded")
                    .doesNotContain("webhook.test");
            assertThat(Client.json(answer).get("errors").get(0).get("field").asString())
                    .isEqualTo("events");
        }

        @Test
        void an_endpoint_without_events_or_address() {
            for (var body : List.of(
                    "{}",
                    "{\"url\":\"" + URL + "\"}",
                    "{\"url\":\"" + URL + "\",\"events\":[]}",
                    "{\"url\":1,\"events\":[\"tool_execution.failed\"]}",
                    "{\"events\":[\"tool_execution.failed\"]}"))
                assertThat(told(caller.post(PATH, body)))
                        .as(body)
                        .isEqualTo("400 invalid_parameters");
        }

        @Test
        void an_address_that_nobody_may_name_by_the_name_of_its_field() {
            var answer = create("https://refused.example/", "[\"tool_execution.failed\"]");
            assertThat(told(answer)).isEqualTo("400 invalid_parameters");
            assertThat(Client.json(answer).get("errors").get(0).get("field").asString())
                    .isEqualTo("url");
            assertThat(caller.found(PATH).get("endpoints")).isEmpty();
        }
    }

    @Nested
    class Listed {
        @Test
        void page_by_page_the_newest_first() {
            var first = created().get("endpointId").asString();
            server.pass(Duration.ofSeconds(1));
            var second = created().get("endpointId").asString();
            var page = caller.found(PATH + "?limit=1");
            assertThat(page.get("hasMore").asBoolean()).isTrue();
            assertThat(page.get("endpoints").get(0).get("endpointId").asString())
                    .isEqualTo(second);
            var next = caller.found(PATH + "?cursor=" + page.get("nextCursor").asString());
            assertThat(next.get("endpoints").get(0).get("endpointId").asString())
                    .isEqualTo(first);
            assertThat(next.get("hasMore").asBoolean()).isFalse();
        }

        @Test
        void without_the_address_of_a_key() {
            server.client()
                    .done(
                            "POST",
                            "/api/v1/api-keys",
                            "{\"label\":\"a\",\"webhookUrl\":\"" + URL + "\"}");
            assertThat(caller.found(PATH).get("endpoints")).isEmpty();
        }
    }

    @Nested
    class OnceItIsThere {
        private JsonNode endpoint;
        private String path;

        @BeforeEach
        void create() {
            endpoint = created();
            path = PATH + "/" + endpoint.get("endpointId").asString();
        }

        @Test
        void it_is_looked_at() {
            var seen = caller.found(path);
            assertThat(seen.get("status").asString()).isEqualTo("active");
            assertThat(seen.get("disabledReason").isNull()).isTrue();
            assertThat(seen.get("signingSecret").isNull()).isTrue();
        }

        @Test
        void it_is_disabled_and_enabled() {
            var disabled = Client.json(caller.post(path + "/disable"));
            assertThat(disabled.get("status").asString()).isEqualTo("disabled");
            assertThat(disabled.get("disabledReason").asString()).isEqualTo("asked_for");
            var enabled = Client.json(caller.post(path + "/enable"));
            assertThat(enabled.get("status").asString()).isEqualTo("active");
        }

        @Test
        void a_fresh_secret_stands_beside_the_one_before() {
            var rotated = Client.json(caller.post(path + "/rotate-secret"));
            assertThat(rotated.get("signingSecret")).isNotEqualTo(endpoint.get("signingSecret"));
            assertThat(caller.found(path).get("signingSecretLast4"))
                    .isEqualTo(rotated.get("signingSecretLast4"));
        }

        @Test
        void it_is_deleted_for_good() {
            var answer = server.client().call("DELETE", path, "");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(told(caller.get(path))).isEqualTo("404 not_found");
            assertThat(told(caller.post(path + "/enable"))).isEqualTo("404 not_found");
            assertThat(told(caller.post(path + "/rotate-secret"))).isEqualTo("404 not_found");
            assertThat(caller.found(PATH).get("endpoints")).isEmpty();
        }

        @Test
        void another_account_does_not_see_it() {
            assertThat(told(stranger.get(path))).isEqualTo("404 not_found");
            for (var act : List.of("/enable", "/disable", "/rotate-secret", "/test"))
                assertThat(told(stranger.post(path + act))).as(act).isEqualTo("404 not_found");
            assertThat(told(stranger.post(path + "/replay", "{\"since\":\"-1\"}")))
                    .isEqualTo("404 not_found");
            assertThat(told(stranger.delete(path))).isEqualTo("404 not_found");
            assertThat(stranger.found(PATH).get("endpoints")).isEmpty();
            assertThat(caller.found(path).get("status").asString()).isEqualTo("active");
        }

        @Test
        void a_text_that_is_no_id_is_told_apart() {
            assertThat(told(caller.get(PATH + "/vg_tool_01M81J1JJ4KRS0YXJHS08P0SG2")))
                    .isEqualTo("400 invalid_id");
        }
    }
}
