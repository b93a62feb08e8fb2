package dev.safelight.app.live;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Somebody with a key. */
public record Client(int port, String key) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + key);
    }

    public HttpRequest execution(String tool, String json, String... headers) {
        var request = request("/api/v1/tools/" + tool + "/execute")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    public HttpResponse<String> execute(String tool, String json, String... headers) {
        return send(execution(tool, json, headers));
    }

    /** Calls any operation. */
    public HttpResponse<String> call(String method, String path, String json) {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
    }

    /** What an operation answers with success. */
    public JsonNode done(String method, String path, String json) {
        var response = call(method, path, json);
        if (response.statusCode() != 200)
            throw new AssertionError(response.statusCode() + " " + response.body());
        return json(response);
    }

    public CompletableFuture<HttpResponse<String>> begin(String tool, String json) {
        return HTTP.sendAsync(execution(tool, json), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> begin(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    /** The data of a success. */
    public JsonNode data(String tool, String json, String... headers) {
        var response = execute(tool, json, headers);
        if (response.statusCode() != 200)
            throw new AssertionError(response.statusCode() + " " + response.body());
        return json(response).get("data");
    }

    public static HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    public static <T> HttpResponse<T> send(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException broken) {
            throw new AssertionError("no answer", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
