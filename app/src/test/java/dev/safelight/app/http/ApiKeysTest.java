package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;

/** Keys over the wire: what is shown once, and what dies when. */
class ApiKeysTest extends OverTheWire {
    private static final String KEYS = "/api/v1/api-keys";

    private JsonNode created(String json) {
        return client.done("POST", KEYS, json);
    }

    private JsonNode created() {
        return created("{\"label\":\"robot\"}");
    }

    private static String at(JsonNode created) {
        return KEYS + "/" + created.at("/apiKey/id").asString();
    }

    private Client holder(JsonNode shown) {
        return new Client(server.http.port(), shown.get("key").asString());
    }

    private static boolean isKnown(Client caller) {
        return caller.execute("get-credit-balance", "{}").statusCode() == 200;
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Client.json(response).get("code").asString()).isEqualTo(code);
    }

    @Nested
    class AFreshKey {
        @Test
        void is_shown_with_its_secret_this_once() {
            var response = client.call("POST", KEYS, "{\"label\":\"robot\"}");
            assertThat(response.headers().firstValue("cache-control")).contains("no-store");
            var shown = Client.json(response);
            assertThat(shown.get("key").asString()).matches("sl_live_[0-9A-Za-z]{38}");
            assertThat(shown.get("webhookSecret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
            assertThat(isKnown(holder(shown))).isTrue();
            for (var path : new String[] {KEYS, at(shown)})
                assertThat(client.call("GET", path, "").body())
                        .contains("robot")
                        .doesNotContain(shown.get("key").asString())
                        .doesNotContain(shown.get("webhookSecret").asString());
        }

        @Test
        void may_read_and_submit_unless_said_otherwise() {
            assertThat(created().at("/apiKey/scopes").toString())
                    .isEqualTo("[\"read\",\"submit\"]");
            var admin = created("{\"label\":\"a\",\"scopes\":[\"admin\",\"read\",\"admin\"]}");
            assertThat(admin.at("/apiKey/scopes").toString()).isEqualTo("[\"read\",\"admin\"]");
        }

        @Test
        void for_tests_has_a_book_of_its_own() {
            var shown = created("{\"label\":\"a\",\"mode\":\"test\"}");
            assertThat(shown.get("key").asString()).startsWith("sl_test_");
            assertThat(holder(shown)
                            .data("get-credit-balance", "{}")
                            .get("available")
                            .asInt())
                    .isEqualTo(70);
            assertThat(client.data("get-credit-balance", "{}").get("available").asInt())
                    .isEqualTo(1_000);
        }

        @Test
        void is_asked_for_strictly() {
            for (var json : new String[] {
                "{}",
                "{\"label\":\"\"}",
                "{\"label\":7}",
                "{\"label\":\"" + "a".repeat(101) + "\"}",
                "{\"label\":\"a\",\"scopes\":[]}",
                "{\"label\":\"a\",\"scopes\":[\"root\"]}",
                "{\"label\":\"a\",\"mode\":\"prod\"}",
                "{\"label\":\"a\",\"name\":\"b\"}"
            }) refused(client.call("POST", KEYS, json), 400, "invalid_input");
        }
    }

    @Nested
    class ARevokedKey {
        @Test
        void is_refused_with_the_very_next_call() {
            var shown = created();
            var holder = holder(shown);
            for (int call = 0; call < 5; call++) assertThat(isKnown(holder)).isTrue();
            var revoked = client.done("DELETE", at(shown), "");
            assertThat(revoked.get("revokedAt").asString()).isEqualTo("2026-11-22T12:00:00Z");
            refused(holder.execute("get-credit-balance", "{}"), 401, "invalid_key");
            client.done("DELETE", at(shown), "");
        }

        @Test
        void ends_what_waits_for_it_and_nothing_else() {
            var shown = created();
            var task =
                    holder(shown).data("generate-tts", "{\"text\":\"hello\"}").get("taskId");
            String wait = "{\"taskId\":\"" + task.asString() + "\"}";
            var doomed = holder(shown).begin("wait-for-task", wait);
            var other = client.begin("wait-for-task", wait);
            server.awaitAtLeast(2, server.http::heldAnswers);
            client.done("DELETE", at(shown), "");
            refused(doomed.join(), 401, "invalid_key");
            assertThat(other).isNotDone();
            client.data("cancel-task", wait);
            assertThat(other.join().statusCode()).isEqualTo(200);
            server.awaitNone("held answers", server.http::heldAnswers);
        }

        @Test
        void is_given_nothing_fresh() {
            var shown = created();
            client.done("DELETE", at(shown), "");
            for (var what : new String[] {"/rotate", "/rotate-secret"})
                refused(client.call("POST", at(shown) + what, "{}"), 409, "key_revoked");
        }
    }

    @Nested
    class AnExchangedText {
        @Test
        void dies_at_once_when_nothing_is_said() {
            var old = created();
            var response = client.call("POST", at(old) + "/rotate", "");
            assertThat(response.headers().firstValue("cache-control")).contains("no-store");
            var fresh = Client.json(response);
            assertThat(at(fresh)).isEqualTo(at(old));
            assertThat(isKnown(holder(old))).isFalse();
            assertThat(isKnown(holder(fresh))).isTrue();
        }

        @Test
        void goes_on_for_its_grace_and_so_does_what_waits_for_it() {
            var old = created();
            var fresh = client.done("POST", at(old) + "/rotate", "{\"graceSeconds\":60}");
            var task = holder(old).data("generate-tts", "{\"text\":\"hello\"}").get("taskId");
            String wait = "{\"taskId\":\"" + task.asString() + "\"}";
            var doomed = holder(old).begin("wait-for-task", wait);
            var other = holder(fresh).begin("wait-for-task", wait);
            server.awaitAtLeast(2, server.http::heldAnswers);
            server.pass(Duration.ofSeconds(59));
            assertThat(isKnown(holder(old))).isTrue();
            server.pass(Duration.ofSeconds(1));
            assertThat(isKnown(holder(old))).isFalse();
            // A space was written meanwhile, so only a broken connection can tell it.
            assertThat(doomed.handle((answer, fault) -> fault).join()).isNotNull();
            client.data("cancel-task", wait);
            assertThat(other.join().statusCode()).isEqualTo(200);
        }

        @Test
        void has_a_grace_of_a_day_at_most() {
            var path = at(created()) + "/rotate";
            for (var grace : new String[] {"-1", "86401", "1.5", "\"60\""})
                refused(
                        client.call("POST", path, "{\"graceSeconds\":" + grace + "}"),
                        400,
                        "invalid_input");
            client.done("POST", path, "{\"graceSeconds\":86400}");
        }
    }

    @Test
    void a_secret_is_exchanged_and_shown_this_once() {
        var shown = created();
        var response = client.call("POST", at(shown) + "/rotate-secret", "");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(Client.json(response).get("webhookSecret").asString())
                .startsWith("whsec_")
                .isNotEqualTo(shown.get("webhookSecret").asString());
        assertThat(isKnown(holder(shown))).isTrue();
    }

    @Test
    void a_key_has_another_label_and_is_read_with_its_prefix_or_without() {
        var path = at(created());
        client.done("PATCH", path, "{\"label\":\"night shift\"}");
        for (var spelled : new String[] {path, path.replace("key_", "")})
            assertThat(client.done("GET", spelled, "").get("label").asString())
                    .isEqualTo("night shift");
    }

    @Test
    void a_strangers_key_is_an_absent_one() {
        var own = at(created());
        String absent = KEYS + "/key_01KB0000000000000000000000";
        var stranger = server.stranger();
        for (var call : new String[][] {
            {"GET", "", ""},
            {"PATCH", "", "{\"label\":\"mine\"}"},
            {"POST", "/rotate", ""},
            {"POST", "/rotate-secret", ""},
            {"DELETE", "", ""}
        }) {
            var strange = stranger.call(call[0], own + call[1], call[2]);
            var none = stranger.call(call[0], absent + call[1], call[2]);
            refused(strange, 404, "key_not_found");
            assertThat(told(strange)).isEqualTo(told(none));
            assertThat(told(stranger.call(call[0], KEYS + "/nonsense" + call[1], call[2])))
                    .isEqualTo(told(none));
            client.done(call[0], own + call[1], call[2]);
        }
    }

    private static String told(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("req_\\w+", "");
    }

    @Test
    void pages_are_of_this_list_and_account_alone() {
        for (int i = 0; i < 3; i++) created();
        var page = client.done("GET", KEYS + "?limit=2", "");
        assertThat(page.get("apiKeys")).hasSize(2);
        String next = "?cursor=" + page.get("nextCursor").asString();
        assertThat(client.done("GET", KEYS + next, "").get("apiKeys")).hasSize(2);
        refused(server.stranger().call("GET", KEYS + next, ""), 400, "invalid_input");
        refused(client.call("GET", "/api/v1/audit" + next, ""), 400, "invalid_input");
        for (var query : new String[] {"?limit=0", "?limit=101", "?limit=x", "?cursor=x", "?a=1"})
            refused(client.call("GET", KEYS + query, ""), 400, "invalid_input");
    }
}
