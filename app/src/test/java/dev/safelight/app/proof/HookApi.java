package dev.safelight.app.proof;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Names receivers to a server, and makes what they are told. */
final class HookApi {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    HookApi(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** An endpoint that is told of one kind of event; its id. */
    String endpoint(String url, String event) {
        String json = "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(url, event);
        return post("/v1/webhooks/endpoints", json).get("endpointId").asString();
    }

    /** A task that ends when it is called off; its id without what a dialect sets before it. */
    String hanging(String callback) {
        String json = "{\"model\":\"seedream-v4\",\"params\":{\"prompt\":\"a cat\"},\"metadata\":"
                + "{\"sandbox.outcome\":\"hang\"},\"callback_url\":\"" + callback + "\"}";
        String id = post("/v1/tasks/submit", json).get("task_id").asString();
        return id.substring(id.length() - 26);
    }

    /** Calls a task off that was just submitted. */
    void cancel(String id) {
        post("/v1/tasks/cancel/" + id, "{}");
    }

    private JsonNode post(String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + ServerProcess.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.body());
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
