package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.locks.LockSupport;

/** Brings files to a server, as a client of the {@code executions} dialect does. */
final class UploadApi {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long A_MOMENT = 20_000_000;

    private final String base;

    UploadApi(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Brings a file that must be taken; its id. */
    String bring(String name, byte[] bytes) throws IOException {
        var upload = announce(name);
        var answer = put(upload, bytes);
        assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(200);
        return upload.get("fileId").asString();
    }

    JsonNode announce(String name) throws IOException {
        var asked = JsonMapper.shared().createObjectNode().put("displayName", name);
        return post("/v1/files/upload", asked.toString());
    }

    HttpResponse<String> put(JsonNode upload, byte[] bytes) throws IOException {
        return put(upload, BodyPublishers.ofByteArray(bytes));
    }

    HttpResponse<String> put(JsonNode upload, BodyPublisher body) throws IOException {
        var address = URI.create(upload.get("uploadUrl").asString());
        return send(HttpRequest.newBuilder(address).PUT(body).build());
    }

    JsonNode post(String path, String json) throws IOException {
        return json(request(path).POST(BodyPublishers.ofString(json)).build());
    }

    JsonNode file(String id) throws IOException {
        return json(request("/v1/files/" + id).build());
    }

    /** Where the {@code tools} dialect says that a file lies. */
    String toolsAddress(String id) throws IOException {
        var asked = "{\"assetId\":\"" + id + "\"}";
        var request = request("/api/v1/tools/download-asset/execute")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(asked));
        return json(request.build()).at("/data/url").asString();
    }

    /** The file once a later step has been over it. */
    JsonNode studied(String id) throws IOException {
        var file = file(id);
        while (file.at("/fileAnalysisMetadata/analysisLoadingState").asString().equals("LOADING")) {
            LockSupport.parkNanos(A_MOMENT);
            file = file(id);
        }
        return file;
    }

    /** Whether a browser saves what is there rather than showing it. */
    boolean isToBeSaved(String address) {
        try {
            var answer = send(HttpRequest.newBuilder(URI.create(address)).HEAD().build());
            var disposition = answer.headers().firstValue("Content-Disposition");
            return disposition.filter(told -> told.startsWith("attachment")).isPresent();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + ServerProcess.KEY);
    }

    private static JsonNode json(HttpRequest request) throws IOException {
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
