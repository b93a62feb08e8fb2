package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Parcel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The address of a key of the {@code tools} dialect over the wire. */
class KeyWebhookTest {
    private static final String KEYS = "/api/v1/api-keys";
    private static final String URL = "https://receiver.example/hook";

    @TempDir
    Path folder;

    private LiveServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode created() {
        return client.done("POST", KEYS, "{\"label\":\"a\",\"webhookUrl\":\"" + URL + "\"}");
    }

    private static String path(JsonNode created) {
        return KEYS + "/" + created.at("/apiKey/id").asString();
    }

    private static String field(String body) {
        return body.replaceAll(".*\"field\":\"(\\w+)\".*", "$1");
    }

    @Nested
    class Set {
        @Test
        void with_the_key_it_is_shown_with_it() {
            var created = created();
            assertThat(created.at("/apiKey/webhookUrl").asString()).isEqualTo(URL);
            var seen = client.done("GET", path(created), "");
            assertThat(seen.get("webhookUrl").asString()).isEqualTo(URL);
            assertThat(seen.get("webhookStatus").asString()).isEqualTo("active");
            var listed = client.done("GET", KEYS, "").get("apiKeys");
            assertThat(listed.get(0).get("webhookUrl").asString()).isEqualTo(URL);
            assertThat(listed.get(1).get("webhookUrl").isNull()).isTrue();
        }

        @Test
        void later_or_to_another_one_or_to_none() {
            var path = path(client.done("POST", KEYS, "{\"label\":\"a\"}"));
            var set = client.done("PATCH", path, "{\"webhookUrl\":\"" + URL + "\"}");
            assertThat(set.get("webhookUrl").asString()).isEqualTo(URL);
            var changed = client.done(
                    "PATCH", path, "{\"label\":\"b\",\"webhookUrl\":\"" + URL + "/2\"}");
            assertThat(changed.get("webhookUrl").asString()).isEqualTo(URL + "/2");
            assertThat(changed.get("label").asString()).isEqualTo("b");
            var relabelled = client.done("PATCH", path, "{\"label\":\"c\"}");
            assertThat(relabelled.get("webhookUrl").asString()).isEqualTo(URL + "/2");
            var removed = client.done("PATCH", path, "{\"webhookUrl\":null}");
            assertThat(removed.get("webhookUrl").isNull()).isTrue();
        }

        @Test
        void not_to_an_address_that_nobody_may_name() {
            var refused = "\"webhookUrl\":\"https://refused.example/\"}";
            var made = client.call("POST", KEYS, "{\"label\":\"a\"," + refused);
            assertThat(made.statusCode()).isEqualTo(400);
            assertThat(field(made.body())).isEqualTo("webhookUrl");
            assertThat(client.done("GET", KEYS, "").get("apiKeys")).hasSize(1);
            var changed = client.call("PATCH", path(created()), "{\"label\":\"b\"," + refused);
            assertThat(changed.statusCode()).isEqualTo(400);
            var listed = client.done("GET", KEYS, "").get("apiKeys").get(0);
            assertThat(listed.get("label").asString()).isEqualTo("a");
            assertThat(listed.get("webhookUrl").asString()).isEqualTo(URL);
        }

        @Test
        void not_by_another_account() {
            var path = path(created());
            var answer = server.stranger().call("PATCH", path, "{\"webhookUrl\":null}");
            assertThat(answer.statusCode()).isEqualTo(404);
            var tried = server.stranger().call("POST", path + "/webhook/test", "");
            assertThat(tried.statusCode()).isEqualTo(404);
        }

        /** Its id stands in deliveries and in the feed, which a key that may only read sees. */
        @Test
        void with_its_key_alone_and_by_no_call_about_endpoints() {
            var created = created();
            var id = endpointOf();
            var at = "/v1/webhooks/endpoints/" + id;
            for (var act : List.of("/disable", "/rotate-secret"))
                assertThat(client.call("POST", at + act, "").statusCode())
                        .as(act)
                        .isEqualTo(404);
            assertThat(client.call("DELETE", at, "").statusCode()).isEqualTo(404);
            assertThat(client.call("GET", at, "").statusCode()).isEqualTo(200);
            var scopes = "{\"label\":\"b\",\"scopes\":[\"read\",\"submit\"]}";
            var submitter = new Client(
                    server.http.port(),
                    client.done("POST", KEYS, scopes).get("key").asString());
            for (var act : List.of("/enable", "/test"))
                assertThat(submitter.call("POST", at + act, "").statusCode())
                        .as(act)
                        .isEqualTo(404);
            assertThat(submitter.call("GET", at, "").statusCode()).isEqualTo(404);
            var seen = client.done("GET", path(created), "");
            assertThat(seen.get("webhookStatus").asString()).isEqualTo("active");
        }

        private String endpointOf() {
            var events = client.call("GET", "/v1/events?offset=-1", "").body();
            return events.replaceAll("(?s).*\"endpointId\":\"(ep_\\w+)\".*", "$1");
        }

        @Test
        void a_change_must_say_what_changes() {
            assertThat(client.call("PATCH", path(created()), "{}").statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class Tried {
        private JsonNode tried(JsonNode created) {
            return client.done("POST", path(created) + "/webhook/test", "");
        }

        @Test
        void it_is_sent_one_event_that_is_signed() throws GeneralSecurityException {
            var created = created();
            var tried = tried(created);
            assertThat(tried.get("delivered").asBoolean()).isTrue();
            assertThat(tried.get("httpStatus").asInt()).isEqualTo(200);
            assertThat(server.webhooks.sent).hasSize(1);
            var parcel = server.webhooks.sent.getFirst();
            assertThat(parcel.url()).isEqualTo(URL);
            assertThat(parcel.body()).contains("\"type\":\"webhook.test\"");
            assertThat(header(parcel, "X-Playcut-Signature"))
                    .isEqualTo("sha256=" + hex(created.get("webhookSecret"), parcel.body()));
        }

        private static String header(Parcel parcel, String name) {
            return parcel.headers().stream()
                    .filter(header -> header.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }

        private static String hex(JsonNode secret, String body) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA256");
            var key = secret.asString().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void a_refusing_receiver_is_told_by_its_status() {
            server.webhooks.answer = CompletableFuture.completedFuture(
                    new Answered.Status(500, Duration.ofMillis(3), null, ""));
            var tried = tried(created());
            assertThat(tried.get("delivered").asBoolean()).isFalse();
            assertThat(tried.get("httpStatus").asInt()).isEqualTo(500);
        }

        @Test
        void a_silent_receiver_has_none() {
            server.webhooks.answer = CompletableFuture.completedFuture(
                    new Answered.None(Duration.ofSeconds(15), "No answer came."));
            var tried = tried(created());
            assertThat(tried.get("delivered").asBoolean()).isFalse();
            assertThat(tried.get("httpStatus").isNull()).isTrue();
            assertThat(tried.get("message").asString()).isEqualTo("No answer came.");
        }

        @Test
        void one_at_a_time() {
            var created = created();
            var pending = new CompletableFuture<Answered>();
            server.webhooks.answer = pending;
            var first = client.begin(client.request(path(created) + "/webhook/test")
                    .POST(BodyPublishers.noBody())
                    .build());
            server.await("a parcel", server.webhooks.sent::size);
            var second = client.call("POST", path(created) + "/webhook/test", "");
            assertThat(second.statusCode()).isEqualTo(429);
            pending.complete(new Answered.Status(204, Duration.ofMillis(3), null, ""));
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(tried(created).get("delivered").asBoolean()).isTrue();
        }

        @Test
        void a_key_without_an_address_is_told_so() {
            var path = path(client.done("POST", KEYS, "{\"label\":\"a\"}"));
            var answer = client.call("POST", path + "/webhook/test", "");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("webhookUrl");
        }
    }

    @Test
    void a_fresh_secret_signs_from_then_on() {
        var created = created();
        var renewed = client.done("POST", path(created) + "/rotate-secret", "{}");
        assertThat(renewed.get("webhookSecret")).isNotEqualTo(created.get("webhookSecret"));
        client.done("POST", path(created) + "/webhook/test", "");
        var signatures = server.webhooks.sent.getFirst().headers().stream()
                .filter(header -> header.name().equals("webhook-signature"))
                .toList();
        assertThat(signatures.getFirst().value().split(" ")).hasSize(2);
    }
}
