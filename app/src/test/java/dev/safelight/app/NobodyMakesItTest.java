package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server whose films are made by an engine that is not there, seen in the three dialects. */
class NobodyMakesItTest {
    private static final String KEY = "a-live-key-for-films";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Instance instance;

    @BeforeEach
    void start() throws IOException, ConfigFault {
        instance = Instance.open(ConfigReader.read(
                List.of("--data=" + folder.resolve("data"), "--port=0"),
                Map.of(
                        "SAFELIGHT_API_KEY",
                        KEY,
                        "SAFELIGHT_PACKS",
                        folder.resolve("packs").toString())));
        instance.start();
    }

    @AfterEach
    void stop() throws IOException, ConfigFault {
        instance.close();
    }

    private JsonNode call(String method, String path, String json)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(instance.url() + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=60")
                .method(method, BodyPublishers.ofString(json))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return JsonMapper.shared().readTree(response.body());
    }

    private void costsNothing() throws IOException, InterruptedException {
        var credits = call("GET", "/api/v1/account", "").get("credits");
        assertThat(credits.get("available")).isEqualTo(credits.get("granted"));
        assertThat(credits.get("held").asInt()).isZero();
        assertThat(credits.get("spent").asInt()).isZero();
    }

    @Test
    void a_task_of_the_tools_dialect_fails_for_good_and_costs_nothing() throws Exception {
        var tools = "/api/v1/tools/";
        var session = call("POST", tools + "create-session/execute", "{}").at("/data/sessionId");
        var film = call(
                        "POST",
                        tools + "generate-video-from-text/execute",
                        "{\"prompt\":\"a cat\",\"workerId\":" + session + "}")
                .get("data");
        assertThat(film.get("status").asString()).isEqualTo("FAILED");
        assertThat(film.at("/error/code").asString()).isEqualTo("engine_unavailable");
        assertThat(film.at("/error/retryable").asBoolean(true)).isFalse();
        assertThat(film.at("/error/message").asString()).contains("clips is not installed");
        assertThat(film.at("/credits/charged").asInt()).isZero();
        costsNothing();
    }

    @Test
    void a_task_of_the_tasks_dialect_fails_and_costs_nothing() throws Exception {
        var film = call(
                "POST",
                "/v1/tasks/submit",
                "{\"model\":\"sora-2\",\"params\":{\"prompt\":\"a cat\",\"duration_seconds\":4}}");
        assertThat(film.get("status").asString()).isEqualTo("failed");
        assertThat(film.get("error_code").asString()).isEqualTo("engine_unavailable");
        assertThat(film.get("error_message").asString()).contains("clips is not installed");
        assertThat(film.has("credits_used")).isFalse();
        costsNothing();
    }

    @Test
    void an_execution_fails_for_good_and_costs_nothing() throws Exception {
        var started = call("POST", "/v1/tools/generate-video-clip", "{\"prompt\":\"a cat\"}");
        var path = "/v1/tools/executions/" + started.get("toolExecutionId").asString();
        var film = call("GET", path, "");
        assertThat(film.get("status").asString()).isEqualTo("failed");
        assertThat(film.at("/error/code").asString()).isEqualTo("engine_unavailable");
        assertThat(film.at("/error/retryable").asBoolean(true)).isFalse();
        assertThat(film.get("results")).isEmpty();
        costsNothing();
    }
}
