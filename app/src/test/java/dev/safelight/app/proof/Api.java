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
import java.util.Optional;

/** Calls a server that may be gone at any moment. */
final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;

    Api(int port) {
        base = "http://127.0.0.1:" + port;
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
        var request = HttpRequest.newBuilder(
                        URI.create(base + "/api/v1/tools/" + tool + "/execute"))
                .header("Authorization", "Bearer " + ServerProcess.KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(40))
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        return send(request.build()).flatMap(answer -> successOf(tool, answer));
    }

    private static Optional<JsonNode> successOf(String tool, HttpResponse<String> answer) {
        if (answer.statusCode() == 200)
            return Optional.of(JsonMapper.shared().readTree(answer.body()).get("data"));
        // Only what is not taken right now is no surprise.
        if (answer.statusCode() == 503) return Optional.empty();
        throw new AssertionError(tool + " answered " + answer.statusCode() + " " + answer.body());
    }

    private static Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
