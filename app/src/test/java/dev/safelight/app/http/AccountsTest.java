package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, the ledger and the audit log over the wire. */
class AccountsTest extends OverTheWire {
    private static final String ACCOUNTS = "/api/v1/accounts";

    private JsonNode opened() {
        return client.done("POST", ACCOUNTS, "{\"name\":\"studio\",\"weight\":3,\"credits\":50}");
    }

    private static String at(JsonNode account) {
        return ACCOUNTS + "/" + account.get("id").asString();
    }

    @Test
    void an_account_is_opened_limited_and_given_credits_and_a_key() {
        var account = opened();
        assertThat(account.get("limits").toString())
                .isEqualTo("{\"slots\":8,\"weight\":3,\"storageBytes\":0}");
        client.done("PATCH", at(account), "{\"slots\":2,\"storageBytes\":1000}");
        var credits = client.done("POST", at(account) + "/grants", "{\"credits\":25}");
        assertThat(credits.get("available").asInt()).isEqualTo(75);
        var key = client.done("POST", at(account) + "/api-keys", "{\"label\":\"first\"}");
        var holder = new Client(server.http.port(), key.get("key").asString());
        var own = holder.done("GET", "/api/v1/account", "");
        var seen = (ObjectNode) client.done("GET", at(account), "");
        assertThat(own).isEqualTo(seen.set("spent", seen.objectNode()));
        assertThat(own.get("limits").toString())
                .isEqualTo("{\"slots\":2,\"weight\":3,\"storageBytes\":1000}");
        assertThat(own.at("/credits/granted").asInt()).isEqualTo(75);
        holder.data("generate-tts", "{\"text\":\"hello\"}");
        assertThat(holder.done("GET", "/api/v1/account", "")
                        .at("/usage/liveTasks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_bad_change_is_refused_and_an_absent_account_is_absent() {
        for (var json : new String[] {
            "{\"slots\":-1}", "{\"weight\":0}", "{\"weight\":1.5}", "{\"credits\":1}"
        }) assertThat(client.call("PATCH", at(opened()), json).statusCode()).isEqualTo(400);
        for (var json : new String[] {"{}", "{\"credits\":0}", "{\"credits\":-5}"})
            assertThat(client.call("POST", at(opened()) + "/grants", json).statusCode())
                    .isEqualTo(400);
        for (var id : new String[] {"acct_01KB0000000000000000000000", "nonsense"}) {
            var path = ACCOUNTS + "/" + id;
            assertThat(client.call("GET", path, "").statusCode()).isEqualTo(404);
            assertThat(client.call("PATCH", path, "{}").statusCode()).isEqualTo(404);
            assertThat(client.call("POST", path + "/grants", "{\"credits\":1}").statusCode())
                    .isEqualTo(404);
            assertThat(client.call("POST", path + "/api-keys", "{\"label\":\"a\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void accounts_are_listed_page_by_page() {
        opened();
        var page = client.done("GET", ACCOUNTS + "?limit=1", "");
        assertThat(page.at("/accounts/0/name").asString()).isEqualTo("studio");
        var next = page.get("nextCursor").asString();
        assertThat(client.done("GET", ACCOUNTS + "?cursor=" + next, "").get("accounts"))
                .hasSize(2);
    }

    @Test
    void the_ledger_shows_what_a_task_cost_and_what_was_left() {
        var task = client.data("generate-tts", "{\"text\":\"hello\"}")
                .get("taskId")
                .asString();
        client.data("cancel-task", "{\"taskId\":\"" + task + "\"}");
        var page = client.done("GET", "/api/v1/ledger?limit=2", "");
        var held = page.at("/postings/1");
        assertThat(page.at("/postings/0/kind").asString()).isEqualTo("release");
        assertThat(held.get("kind").asString()).isEqualTo("hold");
        assertThat(held.get("taskId").asString()).isEqualTo(task);
        assertThat(held.get("held").asInt()).isEqualTo(10);
        assertThat(held.get("balance").asInt()).isEqualTo(990);
        var rest = client.done(
                "GET", "/api/v1/ledger?cursor=" + page.get("nextCursor").asString(), "");
        assertThat(rest.get("postings")).hasSize(1);
        assertThat(rest.at("/postings/0/granted").asInt()).isEqualTo(1_000);
        assertThat(rest.has("nextCursor")).isFalse();
        assertThat(server.stranger().done("GET", "/api/v1/ledger", "").get("postings"))
                .hasSize(1);
    }

    @Test
    void an_act_on_what_is_absent_is_written_down_without_a_word_of_the_callers() {
        String absent = "01KB0000000000000000000000";
        for (var call : new String[][] {
            {"POST", "/api/v1/api-keys/key_" + absent + "/rotate", "{}", "key_rotate"},
            {"POST", ACCOUNTS + "/acct_" + absent + "/api-keys", "{\"label\":\"a\"}", "key_create"},
            {"PATCH", "/api/v1/engines/abacus", "{\"slots\":1}", "engine_limit"}
        }) {
            assertThat(client.call(call[0], call[1], call[2]).statusCode()).isEqualTo(404);
            var entry = client.done("GET", "/api/v1/audit", "").at("/entries/0");
            assertThat(entry.get("action").asString()).isEqualTo(call[3]);
            assertThat(entry.get("result").asString()).isEqualTo("absent");
            assertThat(entry.toString()).doesNotContain("abacus");
        }
    }

    @Test
    void the_audit_log_names_the_act_the_key_and_the_request() {
        var key = client.done("POST", "/api/v1/api-keys", "{\"label\":\"secret plan\"}");
        var id = key.at("/apiKey/id").asString();
        var revoked = client.call("DELETE", "/api/v1/api-keys/" + id, "");
        var log = client.call("GET", "/api/v1/audit", "");
        var entry = Client.json(log).at("/entries/0");
        assertThat(entry.get("action").asString()).isEqualTo("key_revoke");
        assertThat(entry.get("objectId").asString()).isEqualTo(id);
        assertThat(entry.get("result").asString()).isEqualTo("done");
        assertThat(entry.get("requestId").asString())
                .isEqualTo(revoked.headers().firstValue("x-request-id").orElseThrow());
        assertThat(log.body())
                .doesNotContain("secret plan")
                .doesNotContain(key.get("key").asString());
        assertThat(server.stranger().done("GET", "/api/v1/audit", "").get("entries"))
                .isEmpty();
        assertThat(server.stranger()
                        .done("GET", "/api/v1/audit?accounts=all", "")
                        .get("entries"))
                .hasSize(2);
    }
}
