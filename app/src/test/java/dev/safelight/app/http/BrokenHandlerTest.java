package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.LiveStore;
import dev.safelight.core.id.Ids;
import dev.safelight.server.http.Cors;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

class BrokenHandlerTest {
    @TempDir
    private Path folder;

    private static Face broken() {
        return new Face(
                List.of(),
                Conventions.PLAIN,
                List.of(
                        Route.get("/at-once", Access.OPEN, call -> {
                            throw new StackOverflowError("planted");
                        }),
                        Route.get("/later", Access.OPEN, call -> later()),
                        Route.get("/file", Access.OPEN, call -> file()),
                        Route.post("/posted", Access.OPEN, call -> {
                            throw new StackOverflowError("planted");
                        })));
    }

    private static Answer later() {
        return Answer.later(CompletableFuture.completedFuture(1), one -> {
            throw new StackOverflowError("planted");
        });
    }

    private static Answer file() {
        return new Answer.File(
                200,
                () -> {
                    throw new StackOverflowError("planted");
                },
                0,
                1,
                List.of());
    }

    @Nested
    class WhenAnErrorIsThrown {

        @ParameterizedTest
        @ValueSource(strings = {"/at-once", "/later", "/file", "/posted"})
        void it_is_answered_without_details(String path) throws Exception {
            var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
            try (var live = new LiveStore(folder, time)) {
                var ports = new HttpPorts(
                        live.store.accounts(),
                        live.assembly::answerWaiting,
                        new Ids(time, new Random(2)),
                        time,
                        () -> CompletableFuture.completedFuture(true),
                        List.of());
                var settings =
                        new HttpSettings("127.0.0.1", 0, null, Cors.OFF, Limits.USUAL.http());
                var http = new HttpServer(settings, ports, Runnable::run);
                http.start(List.of(broken()));
                try (var client = HttpClient.newHttpClient()) {
                    var response = client.send(request(http, path), BodyHandlers.ofString());
                    assertThat(response.statusCode()).isEqualTo(500);
                    assertThat(response.body())
                            .contains("internal_error")
                            .doesNotContain("planted");
                } finally {
                    http.stop();
                }
            }
        }

        private static HttpRequest request(HttpServer http, String path) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + http.port() + path))
                    .timeout(Duration.ofSeconds(30));
            if (path.equals("/posted"))
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"));
            return request.build();
        }
    }
}
