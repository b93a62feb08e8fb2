package dev.safelight.app.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls a server that may be gone at any moment. */
final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final String key;

    Api(int port) {
        this(port, ServerProcess.KEY);
    }

    Api(int port, String key) {
        base = "http://127.0.0.1:" + port;
        this.key = key;
    }

    boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(base + "/readyz")).build();
        return send(request).filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /** The data of a success; empty when there was no answer or it was not a success. */
    Optional<JsonNode> data(String tool, String json) {
        return data(tool, json, null);
    }

    Optional<JsonNode> data(String tool, String json, @Nullable String idempotencyKey) {
        return call(tool, json, idempotencyKey).flatMap(answer -> successOf(tool, answer));
    }

    /** What was answered, whatever it is; empty when nothing was. */
    Optional<HttpResponse<String>> call(String tool, String json, @Nullable String idempotencyKey) {
        return post("/api/v1/tools/" + tool + "/execute", json, idempotencyKey);
    }

    /** The same of any operation that is posted to. */
    Optional<HttpResponse<String>> post(String path, String json, @Nullable String idempotencyKey) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(40))
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        return send(request.build());
    }

    private static Optional<JsonNode> successOf(String tool, HttpResponse<String> answer) {
        if (answer.statusCode() == 200)
            return Optional.of(JsonMapper.shared().readTree(answer.body()).get("data"));
        // Only what is not taken right now is no surprise.
        if (answer.statusCode() == 503 || answer.statusCode() == 507) return Optional.empty();
        throw new AssertionError(tool + " answered " + answer.statusCode() + " " + answer.body());
    }

    /** The task as it is now. */
    String status(String task) {
        var view = data("get-task-status", Load.taskId(task)).orElseThrow();
        return view.get("status").asString();
    }

    /** The task when it has ended. */
    JsonNode await(String task) {
        var wait = "{\"taskId\":\"" + task + "\",\"timeoutSeconds\":30}";
        return data("wait-for-task", wait).orElseThrow();
    }

    /** A signed address of the one file of a task, once that has ended. */
    String addressOfAFile(String task) {
        var asset = await(task).at("/output/assetIds/0").asString();
        var found = data("download-asset", "{\"assetId\":\"" + asset + "\"}").orElseThrow();
        return found.get("url").asString();
    }

    byte[] file(String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        var answer = send(request, HttpResponse.BodyHandlers.ofByteArray()).orElseThrow();
        if (answer.statusCode() != 200) throw new AssertionError(address + ": " + answer);
        return answer.body();
    }

    /** The feed from its beginning, as far as it goes. */
    List<JsonNode> events() {
        var entries = new ArrayList<JsonNode>();
        String offset = "-1";
        boolean isWhole = false;
        while (!isWhole) {
            var page = send(HttpRequest.newBuilder(URI.create(base + "/v1/events?offset=" + offset))
                            .header("Authorization", "Bearer " + key)
                            .build())
                    .orElseThrow();
            JsonMapper.shared().readTree(page.body()).forEach(entries::add);
            offset = page.headers().firstValue("Stream-Next-Offset").orElseThrow();
            isWhole = page.headers().firstValue("Stream-Up-To-Date").isPresent();
        }
        return entries;
    }

    /** What is read there with success. */
    JsonNode get(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key);
        var answer = send(request.build()).orElseThrow();
        if (answer.statusCode() != 200) throw new AssertionError(path + ": " + answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    /** How many event streams are open, as the metrics tell. */
    int openStreams() {
        var request = HttpRequest.newBuilder(URI.create(base + "/metrics")).build();
        return send(request)
                .orElseThrow()
                .body()
                .lines()
                .filter(line -> line.startsWith("safelight_http_streams"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow()
                .intValue();
    }

    /** The wall clock of the server, as it heads its answers. */
    Instant date() {
        var request = HttpRequest.newBuilder(URI.create(base + "/livez")).build();
        var date = send(request).orElseThrow().headers().firstValue("Date").orElseThrow();
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    }

    private static Optional<HttpResponse<String>> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> Optional<HttpResponse<T>> send(
            HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return Optional.of(HTTP.send(request, body));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
