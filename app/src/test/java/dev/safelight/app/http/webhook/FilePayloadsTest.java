package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.ExecutionsContract;
import dev.safelight.app.live.LiveServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What an endpoint is told of files that are brought. */
class FilePayloadsTest {
    @TempDir
    Path folder;

    private LiveServer server;
    private ExecutionsClient caller;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        caller = new ExecutionsClient(server.client());
        var answer = caller.post("/v1/webhooks/endpoints", """
                {"url": "https://a.example/", "events": ["file.upload.completed",
                 "file.upload.failed", "file.download_ready", "file.playback_ready",
                 "file.analysis_completed", "file.analysis_failed"]}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Announces a file and sends its bytes. */
    private String brought(byte[] bytes) {
        var announced =
                Client.json(caller.post("/v1/files/upload", "{\"displayName\":\"cat.png\"}"));
        var url = URI.create(announced.get("uploadUrl").asString());
        Client.send(HttpRequest.newBuilder(url)
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build());
        return announced.get("fileId").asString();
    }

    private static byte[] picture() {
        var head = ByteBuffer.allocate(44);
        head.put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        return head.putInt(16, 640).putInt(20, 480).array();
    }

    private List<JsonNode> told() {
        var form = server.webhooks.form(server.dialects);
        return server.webhooks.decided().stream()
                .map(delivery ->
                        JsonMapper.shared().readTree(form.body(delivery).join()))
                .toList();
    }

    @Test
    void one_that_is_stored_is_uploaded_and_can_be_downloaded() {
        var id = brought(picture());
        var told = told();
        assertThat(told)
                .extracting(body -> body.get("event").asString())
                .containsExactly("file.upload.completed", "file.download_ready");
        for (var body : told) {
            assertThat(ExecutionsContract.faults("FileNotice", body)).isEmpty();
            assertThat(body.get("fileId").asString()).isEqualTo(id);
            assertThat(body.get("occurredAt").asLong())
                    .isEqualTo(server.time.instant().getEpochSecond());
            assertThat(body.at("/file/fileId").asString()).isEqualTo(id);
            assertThat(body.at("/file/downloadSource/status").asString()).isEqualTo("ready");
            assertThat(body.has("error")).isFalse();
        }
    }

    @Test
    void one_that_is_not_taken_is_told_with_the_reason() {
        var id = brought("<html>".getBytes(StandardCharsets.UTF_8));
        var told = told();
        assertThat(told).hasSize(1);
        var body = told.getFirst();
        assertThat(ExecutionsContract.faults("FileNotice", body)).isEmpty();
        assertThat(body.get("event").asString()).isEqualTo("file.upload.failed");
        assertThat(body.get("fileId").asString()).isEqualTo(id);
        assertThat(body.at("/error/message").asString())
                .isEqualTo("The file is of no type that is taken here.");
        assertThat(body.at("/file/downloadSource/status").asString()).isEqualTo("failed");
    }

    @Test
    void one_that_is_gone_by_then_is_told_by_its_id() {
        var id = brought("<html>".getBytes(StandardCharsets.UTF_8));
        caller.post("/v1/files/" + id + "/archive");
        var body = told().getFirst();
        assertThat(body.get("fileId").asString()).isEqualTo(id);
        assertThat(body.get("event").asString()).isEqualTo("file.upload.failed");
    }
}
