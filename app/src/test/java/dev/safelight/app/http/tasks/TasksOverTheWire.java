package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** A test that speaks the tasks dialect. */
abstract class TasksOverTheWire extends OverTheWire {
    static final String SUBMIT = "/v1/tasks/submit";
    static final String QUERY = "/v1/tasks/query";
    static final String CANCEL = "/v1/tasks/cancel";
    static final String ABSENT = "task_01KB0000000000000000000000";

    /** The documented request without its callback. */
    static final String DOCUMENTED = """
            { "model": "sora-2-pro", "out_task_id": "my-render-2026-05-25-001",
              "params": { "prompt": "...", "duration_seconds": 8, "aspect_ratio": "16:9" } }""";

    static final String PICTURE = """
            {"model": "seedream-v4", "params": {"prompt": "a cat", "size": "1536x1024"}}""";

    static HttpRequest request(Client by, String path, String json, String... headers) {
        var request = by.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return Client.send(request(client, path, json, headers));
    }

    HttpResponse<String> get(String path) {
        return client.call("GET", path, "");
    }

    /** What a fresh submit is answered. */
    JsonNode submitted(String json, String... headers) {
        var response = post(SUBMIT, json, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return Client.json(response);
    }

    String submit(String json) {
        return submitted(json).get("task_id").asString();
    }

    JsonNode query(String id) {
        return client.done("POST", QUERY, byId(id));
    }

    static String byId(String id) {
        return "{\"task_id\":\"" + id + "\"}";
    }

    static String byOwnId(String id) {
        return "{\"out_task_id\":\"" + id + "\"}";
    }

    static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static JsonNode refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var error = Client.json(response).get("error");
        assertThat(error.get("code").asString()).as(response.body()).isEqualTo(code);
        return error;
    }

    /** A refusal of bad input that names the field and says these words. */
    static void refusedFor(HttpResponse<String> response, String field, String words) {
        var error = refused(response, 400, "invalid_param");
        assertThat(error.get("param").asString()).isEqualTo(field);
        assertThat(error.get("message").asString()).contains(words);
    }

    /** What a refusal tells, but for the number of the request. */
    static String told(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("req_\\w+", "");
    }

    /** Another key of the same account. */
    Client colleague() {
        var shown = client.done("POST", "/api/v1/api-keys", "{\"label\":\"colleague\"}");
        return new Client(server.http.port(), shown.get("key").asString());
    }
}
