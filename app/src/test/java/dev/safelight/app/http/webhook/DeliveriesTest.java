package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.LogRetention;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Deliveries over the wire: what became of each, and how it is sent again. */
class DeliveriesTest {
    private static final String LIST = "/v1/webhooks/deliveries";
    private static final String ENDPOINTS = "/v1/webhooks/endpoints";
    private static final String PICTURE = "{\"prompt\":\"a cat\"}";

    @TempDir
    Path folder;

    private LiveServer server;
    private ExecutionsClient caller;
    private ExecutionsClient stranger;
    private String endpoint;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        caller = new ExecutionsClient(server.client());
        stranger = new ExecutionsClient(server.stranger());
        endpoint = endpoint();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String endpoint() {
        var answer = caller.post(
                ENDPOINTS,
                "{\"url\":\"https://a.example/\",\"events\":[\"tool_execution.cancelled\"]}");
        return Client.json(answer).get("endpointId").asString();
    }

    /** The id of an execution that was called off. */
    private String cancelled() {
        var id = caller.started("generate-image", PICTURE);
        caller.cancel(id);
        return id;
    }

    private JsonNode listed(String query) {
        return caller.found(LIST + query).get("deliveries");
    }

    private static String told(HttpResponse<String> answer) {
        return ExecutionsClient.told(answer);
    }

    private void attempted(Delivery delivery, int status, AttemptOutcome outcome) {
        var attempt =
                new Attempt(server.time.instant(), status, Duration.ofMillis(31), "I am busy");
        server.live.store.deliveries().attempted(delivery, attempt, outcome).join();
    }

    private void failed(Delivery delivery) {
        attempted(delivery, 503, new AttemptOutcome.GivenUp());
    }

    private void delivered(Delivery delivery) {
        attempted(delivery, 200, new AttemptOutcome.Delivered());
    }

    @Nested
    class OneThatWasDecided {
        @Test
        void is_listed_before_it_is_sent() {
            var id = cancelled();
            var delivery = listed("").get(0);
            assertThat(delivery.get("status").asString()).isEqualTo("pending");
            assertThat(delivery.get("target").asString()).isEqualTo("endpoint");
            assertThat(delivery.get("endpointId").asString()).isEqualTo(endpoint);
            assertThat(delivery.get("toolExecutionId").asString()).isEqualTo(id);
            assertThat(delivery.get("attemptCount").asInt()).isZero();
            assertThat(delivery.get("webhookId").asString())
                    .isEqualTo(server.webhooks.decided().getFirst().webhookId());
        }

        @Test
        void tells_each_attempt_and_the_bytes_that_were_sent() {
            cancelled();
            var delivery = server.webhooks.decided().getFirst();
            server.live
                    .store
                    .deliveries()
                    .render(delivery.place(), "{\"event\":1}")
                    .join();
            attempted(
                    delivery,
                    503,
                    new AttemptOutcome.Again(server.time.instant().plusSeconds(5)));
            var seen = caller.found(
                    LIST + "/" + listed("").get(0).get("deliveryId").asString());
            assertThat(seen.get("payload").asString()).isEqualTo("{\"event\":1}");
            assertThat(seen.get("nextAttemptAt").asLong())
                    .isEqualTo(server.time.instant().getEpochSecond() + 5);
            var attempt = seen.get("attempts").get(0);
            assertThat(attempt.get("httpStatus").asInt()).isEqualTo(503);
            assertThat(attempt.get("latencyMs").asInt()).isEqualTo(31);
            assertThat(attempt.get("note").asString()).isEqualTo("I am busy");
        }
    }

    @Nested
    class InTheirList {
        @Test
        void those_of_one_endpoint_and_of_one_status_are_found() {
            var other = endpoint();
            cancelled();
            var both = server.webhooks.decided();
            assertThat(both).hasSize(2);
            failed(both.getFirst());
            delivered(both.getLast());
            assertThat(listed("")).hasSize(2);
            assertThat(listed("?endpointId=" + other)).hasSize(1);
            assertThat(listed("?status=failed")).hasSize(1);
            assertThat(listed("?status=failed").get(0).get("status").asString())
                    .isEqualTo("failed");
            assertThat(listed("?status=delivered&endpointId=" + other)).hasSize(1);
            assertThat(listed("?status=dropped")).isEmpty();
        }

        @Test
        void pages_follow_each_other() {
            for (int count = 0; count < 5; count++) cancelled();
            var first = caller.found(LIST + "?limit=3");
            assertThat(first.get("deliveries")).hasSize(3);
            var rest = caller.found(LIST + "?cursor=" + first.get("nextCursor").asString());
            assertThat(rest.get("deliveries")).hasSize(2);
            assertThat(rest.get("hasMore").asBoolean()).isFalse();
        }

        @Test
        void a_status_that_there_is_not_is_refused() {
            assertThat(told(caller.get(LIST + "?status=lost"))).isEqualTo("400 invalid_parameters");
            assertThat(told(caller.get(LIST + "?endpointId=x"))).isEqualTo("400 invalid_id");
        }

        @Test
        void callbacks_and_the_addresses_of_keys_stand_too() {
            var keyed = server.client()
                    .done(
                            "POST",
                            "/api/v1/api-keys",
                            "{\"label\":\"a\",\"webhookUrl\":\"https://b.example/\"}");
            var app = new Client(server.http.port(), keyed.get("key").asString());
            var answer = app.call("POST", "/v1/tasks/submit", """
                    {"model": "gpt-image-2", "callback_url": "https://c.example/",
                     "params": {"prompt": "a cat"}}""");
            var task = Client.json(answer).get("task_id").asString();
            app.call("POST", "/v1/tasks/cancel", "{\"task_id\":\"" + task + "\"}");
            assertThat(listed("")
                            .valueStream()
                            .map(delivery -> delivery.get("target").asString() + " "
                                    + delivery.get("url").asString()))
                    .containsExactlyInAnyOrder(
                            "endpoint https://a.example/",
                            "api_key https://b.example/",
                            "callback https://c.example/");
        }
    }

    @Nested
    class SentAgain {
        @Test
        void a_failed_one_is_due_now() {
            cancelled();
            var delivery = server.webhooks.decided().getFirst();
            server.live.store.deliveries().render(delivery.place(), "{}").join();
            failed(delivery);
            var id = listed("").get(0).get("deliveryId").asString();
            var again = caller.post(LIST + "/" + id + "/replay");
            assertThat(Client.json(again).get("status").asString()).isEqualTo("pending");
            assertThat(Client.json(again).get("webhookId").asString())
                    .isEqualTo(delivery.webhookId());
            assertThat(caller.found(LIST + "/" + id).get("attempts")).hasSize(1);
        }

        @Test
        void a_replay_since_a_place_or_a_moment_is_taken() {
            cancelled();
            for (var since : List.of("-1", "2026-11-22T12:00:00Z", "2026-11-22T13:00:00+01:00")) {
                var begun = caller.post(
                        ENDPOINTS + "/" + endpoint + "/replay", "{\"since\":\"" + since + "\"}");
                assertThat(begun.statusCode()).as(since).isEqualTo(202);
            }
            assertThat(server.live.store.replays().underWay().join()).hasSize(1);
            var answer =
                    caller.post(ENDPOINTS + "/" + endpoint + "/replay", "{\"since\":\"monday\"}");
            var never = caller.post(
                    ENDPOINTS + "/" + endpoint + "/replay",
                    "{\"since\":\"+999999999-01-01T00:00:00Z\"}");
            assertThat(never.statusCode()).isEqualTo(400);
            assertThat(told(answer)).isEqualTo("400 invalid_parameters");
        }

        @Test
        void a_replay_since_an_offset_of_the_feed_is_taken() {
            cancelled();
            var path = ENDPOINTS + "/" + endpoint + "/replay";
            var begun = caller.post(path, "{\"since\":\"" + offset(server.client()) + "\"}");
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            var others = "{\"since\":\"" + offset(server.stranger()) + "\"}";
            assertThat(told(caller.post(path, others))).isEqualTo("400 invalid_parameters");
        }

        @Test
        void a_replay_since_what_retention_has_passed_is_told_where_it_may_begin()
                throws SQLException {
            var path = ENDPOINTS + "/" + endpoint + "/replay";
            var early = "{\"since\":\"" + offset(server.client()) + "\"}";
            cancelled();
            LogRetention.removeAllButTheLast(folder);
            var refused = caller.post(path, early);
            assertThat(refused.statusCode()).isEqualTo(410);
            assertThat(refused.body()).contains("cursor_expired");
            var earliest = refused.headers().firstValue("Stream-Next-Offset").orElseThrow();
            assertThat(caller.post(path, "{\"since\":\"" + earliest + "\"}").statusCode())
                    .isEqualTo(202);
            assertThat(caller.post(path, "{\"since\":\"-1\"}").statusCode()).isEqualTo(202);
        }

        private static String offset(Client reader) {
            return reader.call("GET", "/v1/events?offset=-1", "")
                    .headers()
                    .firstValue("Stream-Next-Offset")
                    .orElseThrow();
        }

        @Test
        void a_test_goes_the_way_of_any_delivery() {
            var begun = Client.json(caller.post(ENDPOINTS + "/" + endpoint + "/test"));
            assertThat(begun.get("event").asString()).isEqualTo("webhook.test");
            assertThat(listed("").get(0)).isEqualTo(begun);
            caller.post(ENDPOINTS + "/" + endpoint + "/disable");
            assertThat(told(caller.post(ENDPOINTS + "/" + endpoint + "/test")))
                    .isEqualTo("404 not_found");
        }
    }

    @Test
    void another_account_sees_none() {
        cancelled();
        var id = listed("").get(0).get("deliveryId").asString();
        assertThat(stranger.found(LIST).get("deliveries")).isEmpty();
        assertThat(told(stranger.get(LIST + "/" + id))).isEqualTo("404 not_found");
        assertThat(told(stranger.post(LIST + "/" + id + "/replay"))).isEqualTo("404 not_found");
        assertThat(told(stranger.get(LIST + "/" + endpoint))).isEqualTo("400 invalid_id");
        assertThat(told(caller.get(LIST + "/del_c1_1_" + "a".repeat(43))))
                .isEqualTo("404 not_found");
    }
}
