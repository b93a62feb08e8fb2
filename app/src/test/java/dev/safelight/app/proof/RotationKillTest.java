package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** A server that is killed right after it answered for a key. */
class RotationKillTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_answered_about_a_key_holds_after_the_kill() throws Exception {
        try (var server = new ServerProcess(folder);
                var http = HttpClient.newHttpClient()) {
            server.awaitReady();
            var first = done(http, server, "", "{\"label\":\"robot\"}");
            var path = "/" + first.at("/apiKey/id").asString();
            var second = done(http, server, path + "/rotate", "{\"graceSeconds\":86400}");
            again(server);
            assertThat(status(http, server, first)).isEqualTo(200);
            assertThat(status(http, server, second)).isEqualTo(200);
            var third = done(http, server, path + "/rotate", "{}");
            again(server);
            assertThat(status(http, server, first)).isEqualTo(401);
            assertThat(status(http, server, second)).isEqualTo(401);
            assertThat(status(http, server, third)).isEqualTo(200);
            assertThat(done(http, server, path + "/rotate-secret", "{}").get("webhookSecret"))
                    .isNotEqualTo(first.get("webhookSecret"));
        }
    }

    private static void again(ServerProcess server) throws IOException {
        server.kill();
        server.restart();
        server.awaitReady();
    }

    private static JsonNode done(HttpClient http, ServerProcess server, String path, String json)
            throws Exception {
        var request = request(server, "/api/v1/api-keys" + path, ServerProcess.KEY)
                .POST(BodyPublishers.ofString(json));
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static int status(HttpClient http, ServerProcess server, JsonNode shown)
            throws Exception {
        var request = request(server, "/api/v1/account", shown.get("key").asString());
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder request(ServerProcess server, String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port + path))
                .header("Authorization", "Bearer " + key);
    }
}
