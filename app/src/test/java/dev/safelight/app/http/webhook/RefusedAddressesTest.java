package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.testkit.outbound.Canary;
import dev.safelight.testkit.outbound.ForbiddenUrls;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** Each spelling of an address that nobody may name, at each place where a caller names one. */
class RefusedAddressesTest {
    private static final int LEAST = 150;

    @TempDir
    Path folder;

    private LiveServer server;
    private Canary canary;
    private String key;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        canary = Canary.listening();
        key = server.client()
                .done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}")
                .at("/apiKey/id")
                .asString();
    }

    @AfterEach
    void stop() {
        server.close();
        canary.close();
    }

    /**
     * A place where a caller names an address.
     *
     * @param body JSON without it
     */
    private record Place(String method, String path, String field, String body) {
        HttpResponse<String> name(Client caller, String url) {
            var json = (ObjectNode) JsonMapper.shared().readTree(body);
            return caller.call(method, path, json.put(field, url).toString());
        }
    }

    private List<Place> places() {
        return List.of(
                new Place(
                        "POST",
                        "/v1/webhooks/endpoints",
                        "url",
                        "{\"events\":[\"tool_execution.failed\"]}"),
                new Place("POST", "/api/v1/api-keys", "webhookUrl", "{\"label\":\"b\"}"),
                new Place("PATCH", "/api/v1/api-keys/" + key, "webhookUrl", "{}"),
                new Place(
                        "POST",
                        "/v1/tasks/submit",
                        "callback_url",
                        "{\"model\":\"gpt-image-2\",\"params\":{\"prompt\":\"a\"}}"));
    }

    @Test
    void is_refused_by_its_fields_name_and_nobody_is_called() {
        var spellings = ForbiddenUrls.leadingTo(canary.port());
        assertThat(spellings).hasSizeGreaterThanOrEqualTo(LEAST);
        for (var place : places()) {
            for (var url : spellings) {
                var answer = place.name(server.client(), url);
                assertThat(answer.statusCode()).as(place.path() + " " + url).isEqualTo(400);
                assertThat(answer.body()).as(url).contains("\"" + place.field() + "\"");
            }
        }
        assertThat(canary.heard()).isZero();
        canary.disturb();
        assertThat(canary.heard()).isEqualTo(1);
    }

    @Test
    void nothing_is_kept_of_a_refused_one() {
        for (var place : places()) place.name(server.client(), "https://127.0.0.1/");
        var client = server.client();
        assertThat(client.done("GET", "/v1/webhooks/endpoints", "").get("endpoints"))
                .isEmpty();
        assertThat(client.done("GET", "/api/v1/api-keys", "").get("apiKeys")).hasSize(2);
        assertThat(client.done("GET", "/api/v1/api-keys/" + key, "")
                        .get("webhookUrl")
                        .isNull())
                .isTrue();
        assertThat(client.data("list-tasks", "{}").get("tasks")).isEmpty();
    }
}
