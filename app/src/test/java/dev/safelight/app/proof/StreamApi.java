package dev.safelight.app.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Submits tasks and follows them, of a server that may be gone at any moment. */
final class StreamApi {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;

    StreamApi(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** An event, whole as it came. */
    record Told(long id, String name, String data) {}

    /** How a look at a stream ended. */
    enum Ended {
        /** There is nothing more to come, ever. */
        FOR_GOOD,
        /** The reader has had enough, the server is gone, or the stream closed. */
        FOR_NOW
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("x-api-key", ServerProcess.KEY);
    }

    /** A task that takes so long and tells of so many steps, as its submit was answered. */
    JsonNode submit(long millis, int steps) {
        return submit(
                "{\"sandbox.millis\": \"%d\", \"sandbox.steps\": \"%d\"}".formatted(millis, steps));
    }

    /** A task that ends when it is called off; its id. */
    String hang() {
        return submit("{\"sandbox.outcome\": \"hang\"}").get("task_id").asString();
    }

    private JsonNode submit(String metadata) {
        String json = "{\"model\":\"seedream-v4\",\"params\":{\"prompt\":\"a cat\"},\"metadata\":"
                + metadata + "}";
        var answer = answer(request("/v1/tasks/submit")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        return JsonMapper.shared().readTree(answer);
    }

    void cancel(String task) {
        answer(request("/v1/tasks/cancel/" + task)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    boolean isAnyStreamOpen() {
        return !answer(request("/metrics").build()).contains("safelight_http_streams 0.0");
    }

    private static String answer(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) throw new AssertionError(response.body());
            return response.body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /**
     * Follows a task.
     *
     * @param after the last event that is known, or null
     * @param each told of each event; whether more are wanted
     */
    Ended follow(String task, @Nullable Long after, Predicate<Told> each) {
        var request = request("/v1/tasks/stream/" + task);
        if (after != null) request.header("Last-Event-ID", after.toString());
        try {
            HttpResponse<InputStream> answer =
                    HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() == 204) return Ended.FOR_GOOD;
                if (answer.statusCode() != 200)
                    throw new AssertionError(answer.statusCode() + " for a stream");
                read(body, each);
            }
        } catch (IOException gone) {
            return Ended.FOR_NOW;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Ended.FOR_NOW;
    }

    /** An event counts once its empty line has come. */
    private static void read(InputStream body, Predicate<Told> each) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        long id = -1;
        String name = "";
        String data = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) id = Long.parseLong(line.substring(4));
            if (line.startsWith("event: ")) name = line.substring(7);
            if (line.startsWith("data: ")) data = line.substring(6);
            if (!line.isEmpty() || name.isEmpty()) continue;
            if (!each.test(new Told(id, name, data))) return;
            name = "";
        }
    }
}
