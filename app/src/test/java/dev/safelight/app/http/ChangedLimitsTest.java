package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** Limits of keys and engines that an operator changes over the wire. A task here is for ten. */
class ChangedLimitsTest extends OverTheWire {
    private static final String KEYS = "/api/v1/api-keys";
    private static final String ENGINES = "/api/v1/engines";
    private static final String SPEAK = "{\"text\":\"hello\"}";

    private static final String FILM =
            "{\"model\":\"sora-2\",\"params\":{\"prompt\":\"a cat\",\"duration_seconds\":4}}";

    /** A key of its own account, and its holder. */
    private JsonNode created() {
        return client.done("POST", KEYS, "{\"label\":\"robot\"}");
    }

    private static String limits(JsonNode created) {
        return KEYS + "/" + created.at("/apiKey/id").asString() + "/limits";
    }

    private Client holder(JsonNode created) {
        return new Client(server.http.port(), created.get("key").asString());
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Client.json(response).get("code").asString()).isEqualTo(code);
    }

    private int slots(String engine) {
        return StreamSupport.stream(
                        client.done("GET", ENGINES, "").get("engines").spliterator(), false)
                .filter(one -> one.get("name").asString().equals(engine))
                .findFirst()
                .orElseThrow()
                .get("slots")
                .asInt();
    }

    @Nested
    class OfAKey {
        @Test
        void are_shown_with_it_and_changed_one_by_one() {
            var key = created();
            var changed = client.done(
                    "PATCH", limits(key), "{\"creditsPerDay\":40,\"submitsPerMinute\":7}");
            assertThat(changed.at("/limits/creditsPerDay").asInt()).isEqualTo(40);
            assertThat(changed.at("/limits/submitsPerMinute").asInt()).isEqualTo(7);
            assertThat(changed.at("/limits/slots")).isEqualTo(key.at("/apiKey/limits/slots"));
            var again = client.done("PATCH", limits(key), "{\"slots\":2}");
            assertThat(again.at("/limits/creditsPerDay").asInt()).isEqualTo(40);
            assertThat(again.at("/limits/slots").asInt()).isEqualTo(2);
        }

        @Test
        void end_what_it_may_ask_for_with_the_next_call() {
            var key = created();
            client.done("PATCH", limits(key), "{\"readsPerMinute\":1}");
            var holder = holder(key);
            assertThat(holder.execute("get-credit-balance", "{}").statusCode()).isEqualTo(200);
            refused(holder.execute("get-credit-balance", "{}"), 429, "rate_limited");
        }

        @Test
        void keep_it_from_spending_more_than_a_window_allows() {
            var key = created();
            var holder = holder(key);
            holder.data("generate-tts", SPEAK);
            client.done("PATCH", limits(key), "{\"creditsPer5Hours\":15}");
            var response = holder.execute("generate-tts", SPEAK);
            refused(response, 429, "spend_limit_reached");
            assertThat(response.body())
                    .contains("15 credits in 5 hours")
                    .contains("has spent 10")
                    .contains("2026-11-22T17:05:00Z")
                    .contains("\"retryable\":true");
            long seconds = Duration.ofHours(5).plusMinutes(5).toSeconds();
            assertThat(response.headers().firstValue("retry-after")).contains("" + seconds);
            client.done("PATCH", limits(key), "{\"creditsPer5Hours\":0}");
            holder.data("generate-tts", SPEAK);
        }

        @Test
        void are_told_in_the_documented_words_where_there_are_any() {
            var key = created();
            client.done("PATCH", limits(key), "{\"creditsPer7Days\":1}");
            var response = holder(key).call("POST", "/v1/tasks/submit", FILM);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(429);
            var error = Client.json(response).get("error");
            assertThat(error.get("code").asString()).isEqualTo("rate_limit_exceeded");
            assertThat(error.get("message").asString())
                    .isEqualTo("rate_limit_7d exceeded: 0.00 / 0.001 used; resets at"
                            + " 2026-11-29 12:00:00 UTC");
            assertThat(response.headers().firstValue("retry-after")).isPresent();
        }

        private static String quota(HttpResponse<String> response) {
            return response.headers().firstValue("X-Quota-Remaining-Credits").orElse("none");
        }

        @Test
        void are_told_with_every_answer_of_the_tasks_dialect() {
            var key = created();
            var holder = holder(key);
            assertThat(quota(holder.call("GET", "/v1/models", ""))).isEqualTo("none");
            client.done("PATCH", limits(key), "{\"creditsPerDay\":700,\"creditsPer7Days\":9000}");
            assertThat(quota(holder.call("GET", "/v1/models", ""))).isEqualTo("0.70");
            var film = holder.call("POST", "/v1/tasks/submit", FILM);
            String held = Client.json(film).get("estimated_credits").asString();
            assertThat(quota(film))
                    .isEqualTo(new BigDecimal("0.70")
                            .subtract(new BigDecimal(held))
                            .toString());
            client.done("PATCH", limits(key), "{\"submitsPerMinute\":0}");
            var refused = holder.call("POST", "/v1/tasks/submit", "{}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(quota(refused)).isEqualTo(quota(film));
            assertThat(refused.headers().firstValue("X-RateLimit-Limit")).isEmpty();
            assertThat(quota(holder.execute("get-credit-balance", "{}"))).isEqualTo("none");
        }

        @Test
        void are_shown_with_what_was_spent_of_them() {
            var key = created();
            var holder = holder(key);
            assertThat(holder.done("GET", "/api/v1/account", "").get("spent")).isEmpty();
            client.done("PATCH", limits(key), "{\"creditsPer5Hours\":15,\"creditsPerDay\":90}");
            holder.data("generate-tts", SPEAK);
            var told = JsonMapper.shared().readTree("""
                    {"creditsPer5Hours":
                       {"limit": 15, "used": 10, "resetsAt": "2026-11-22T17:05:00Z"},
                     "creditsPerDay":
                       {"limit": 90, "used": 10, "resetsAt": "2026-11-23T12:05:00Z"}}""");
            var path = KEYS + "/" + key.at("/apiKey/id").asString();
            assertThat(client.done("GET", path, "").get("spent")).isEqualTo(told);
            assertThat(holder.done("GET", "/api/v1/account", "").get("spent")).isEqualTo(told);
            assertThat(client.done("GET", "/api/v1/account", "").get("spent")).isEmpty();
        }

        @Test
        void of_whatever_account_are_an_operators_to_change() {
            var strange = server.stranger().done("POST", KEYS, "{\"label\":\"theirs\"}");
            client.done("PATCH", limits(strange), "{\"slots\":1}");
            assertThat(server.stranger()
                            .done("GET", "/api/v1/audit", "")
                            .at("/entries/0/action")
                            .asString())
                    .isEqualTo("key_limit");
            refused(holder(created()).call("PATCH", limits(strange), "{}"), 403, "not_authorized");
        }

        @Test
        void are_asked_for_strictly_and_not_of_a_key_that_is_gone() {
            var key = created();
            for (var json :
                    new String[] {"{\"slots\":-1}", "{\"creditsPerDay\":1.5}", "{\"weight\":1}"})
                refused(client.call("PATCH", limits(key), json), 400, "invalid_input");
            client.done("DELETE", KEYS + "/" + key.at("/apiKey/id").asString(), "");
            refused(client.call("PATCH", limits(key), "{\"slots\":1}"), 409, "key_revoked");
            refused(client.call("PATCH", KEYS + "/none/limits", "{}"), 404, "key_not_found");
        }
    }

    @Nested
    class OfAnEngine {
        @Test
        void are_none_until_an_operator_sets_them() {
            assertThat(slots("sandbox")).isZero();
            var changed = client.done("PATCH", ENGINES + "/sandbox", "{\"slots\":2}");
            assertThat(changed.toString()).isEqualTo("{\"name\":\"sandbox\",\"slots\":2}");
            assertThat(slots("sandbox")).isEqualTo(2);
            assertThat(slots("speech")).isZero();
            client.done("PATCH", ENGINES + "/sandbox", "{\"slots\":0}");
            assertThat(slots("sandbox")).isZero();
        }

        @Test
        void stand_in_the_audit_log() {
            client.done("PATCH", ENGINES + "/speech", "{\"slots\":3}");
            var entry = client.done("GET", "/api/v1/audit", "").at("/entries/0");
            assertThat(entry.get("action").asString()).isEqualTo("engine_limit");
            assertThat(entry.get("objectId").asString()).isEqualTo("speech");
        }

        @Test
        void are_asked_for_strictly_and_of_an_engine_that_is_there() {
            for (var json : new String[] {"{}", "{\"slots\":-1}", "{\"slots\":\"2\"}"})
                refused(client.call("PATCH", ENGINES + "/speech", json), 400, "invalid_input");
            refused(
                    client.call("PATCH", ENGINES + "/abacus", "{\"slots\":1}"),
                    404,
                    "engine_not_found");
        }
    }
}
