package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole server tells a receiver again what it has lost. */
class WebhookReplayTest {
    private static final int MANY = 5;
    private static final String ENDPOINTS = "/v1/webhooks/endpoints";

    private SandboxedInstance server;
    private Receiver receiver;
    private Client client;
    private String endpoint;

    @BeforeEach
    void start() throws Exception {
        server = new SandboxedInstance("--allow-addresses", "127.0.0.0/8");
        receiver = new Receiver();
        client = new Client(URI.create(server.url()).getPort(), SandboxedInstance.TEST_KEY);
        var made = posted(
                ENDPOINTS,
                "{\"url\":\"" + receiver.url() + "\",\"events\":[\"tool_execution.cancelled\"]}");
        endpoint = ENDPOINTS + "/" + field(made, "endpointId");
    }

    @AfterEach
    void stop() throws Exception {
        receiver.close();
        server.close();
    }

    private String posted(String path, String json) {
        var answer = client.call("POST", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static String field(String json, String name) {
        return json.replaceAll("(?s).*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private void cancelSome() {
        for (int count = 0; count < MANY; count++) {
            var started = posted("/v1/tools/generate-image", "{\"prompt\":\"a\"}");
            posted("/v1/tools/executions/" + field(started, "toolExecutionId") + "/cancel", "");
        }
    }

    /** Bodies by the ids that they came under. */
    private static Map<String, String> byId(List<Receiver.Arrived> arrived) {
        var bodies = new TreeMap<String, String>();
        arrived.forEach(one -> bodies.put(one.headers().get("webhook-id"), one.body()));
        return bodies;
    }

    @Test
    void all_of_it_under_the_same_ids_and_with_the_same_bytes() throws Exception {
        cancelSome();
        var first = byId(receiver.take(MANY));
        assertThat(first).hasSize(MANY);
        posted(endpoint + "/replay", "{\"since\":\"-1\"}");
        assertThat(byId(receiver.take(MANY))).isEqualTo(first);
    }

    @Test
    void one_of_it() throws Exception {
        cancelSome();
        var first = byId(receiver.take(MANY));
        var listed = client.call("GET", "/v1/webhooks/deliveries?limit=1", "").body();
        posted("/v1/webhooks/deliveries/" + field(listed, "deliveryId") + "/replay", "");
        var again = receiver.take(1).getFirst();
        assertThat(again.headers().get("webhook-id")).isEqualTo(field(listed, "webhookId"));
        assertThat(again.body()).isEqualTo(first.get(field(listed, "webhookId")));
    }

    @Test
    void what_happened_while_it_was_disabled() throws Exception {
        posted(endpoint + "/disable", "");
        cancelSome();
        posted(endpoint + "/enable", "");
        posted(endpoint + "/replay", "{\"since\":\"-1\"}");
        assertThat(byId(receiver.take(MANY))).hasSize(MANY);
    }

    @Test
    void a_test_event_and_the_attempt_that_was_made() throws Exception {
        var told = posted(endpoint + "/test", "");
        var arrived = receiver.take(1).getFirst();
        assertThat(arrived.body()).contains("webhook.test");
        assertThat(arrived.headers().get("webhook-id")).isEqualTo(field(told, "webhookId"));
    }
}
