package dev.safelight.client;

import dev.safelight.client.json.JsonWriter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends calls, again where that is safe, and tells an answer from a refusal. */
final class Transport {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI tools;
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
        this.tools = BaseAddress.of(base);
        this.key = key;
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    Reply call(Call call) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Reply.of(send(request(call), BodyHandlers.ofString()));
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
        var request = HttpRequest.newBuilder(URI.create(tools + "/" + call.tool() + "/execute"))
                .timeout(call.patience())
                .header("Authorization", "Bearer " + key.text())
                .header("Content-Type", "application/json")
                .header("User-Agent", "safelight-java")
                .POST(BodyPublishers.ofString(JsonWriter.write(call.input())));
        if (call.idempotencyKey() != null) request.header("Idempotency-Key", call.idempotencyKey());
        return request.build();
    }
}
