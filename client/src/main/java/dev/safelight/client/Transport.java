package dev.safelight.client;

import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends calls, again where that is safe, and tells an answer from a refusal. */
final class Transport {
    private static final String JSON = "application/json";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI api;
    private final ApiKey key;
    private final Environment environment;

    // HTTP/1.1: an upgrade to HTTP/2 would be offered on every plain-text call and never taken.
    // Redirects are refused, so that the key never travels to an address that nobody named.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Transport(URI base, ApiKey key, Environment environment) {
        this.api = BaseAddress.of(base);
        this.key = key;
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    Reply call(Call call) throws InterruptedException {
        return call(call, request(call));
    }

    /**
     * Sends a file; again only where the server has refused to begin with it.
     *
     * @param patience until it has answered, so also for the bytes to go out
     */
    Reply bring(String path, BodyPublisher file, Duration patience) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(patience)
                // What is refused by its length or for the key is refused before it is sent.
                .expectContinue(true)
                .POST(file);
        identify(request, "application/octet-stream");
        return call(Call.once(path, Json.Obj.empty()), request.build());
    }

    private Reply call(Call call, HttpRequest request) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Reply.of(send(request, BodyHandlers.ofString()));
            } catch (SafelightException failure) {
                Optional<Duration> pause = Retries.pause(call, failure, attempt);
                if (pause.isEmpty()) throw failure;
                environment.pause().sleep(pause.get());
            }
        }
    }

    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws InterruptedException {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw BrokenConnection.with(request.uri(), e);
        }
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(
                        URI.create(BaseAddress.tools(api) + "/" + call.tool() + "/execute"))
                .timeout(call.patience())
                .POST(BodyPublishers.ofString(JsonWriter.write(call.input())));
        identify(request, JSON);
        if (call.idempotencyKey() != null) request.header("Idempotency-Key", call.idempotencyKey());
        return request.build();
    }

    /** Sends any operation once; answers the object that the server answered. */
    Json.Obj ask(String method, String path, Json.@Nullable Obj body) throws InterruptedException {
        var sent = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JsonWriter.write(body));
        var request =
                HttpRequest.newBuilder(URI.create(api + path)).timeout(ANSWER).method(method, sent);
        identify(request, JSON);
        return Reply.object(send(request.build(), BodyHandlers.ofString()));
    }

    /**
     * Reads once.
     *
     * @param path below the server's address, as in {@code /v1/events}
     */
    HttpResponse<String> read(String path, Duration patience) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(BaseAddress.root(api) + path))
                .timeout(patience)
                .GET();
        identify(request, JSON);
        return send(request.build(), BodyHandlers.ofString());
    }

    private void identify(HttpRequest.Builder request, String contentType) {
        request.header("Authorization", "Bearer " + key.text())
                .header("Content-Type", contentType)
                .header("User-Agent", "safelight-java");
    }
}
