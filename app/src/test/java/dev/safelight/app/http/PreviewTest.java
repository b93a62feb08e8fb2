package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.task.Preview;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** What is coming of a task that runs. */
class PreviewTest {
    @TempDir
    Path folder;

    private LiveServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String task() {
        return client.data("generate-tts", "{\"text\":\"a\"}").get("taskId").asString();
    }

    private static HttpResponse<String> look(Client caller, String task) {
        return caller.call("GET", "/api/v1/tasks/" + task + "/preview", "");
    }

    @Test
    void is_the_latest_picture_while_it_runs_and_none_after_its_end() throws IOException {
        var task = task();
        assertThat(look(client, task).statusCode()).isEqualTo(204);
        var hand = server.hand();
        var lease = hand.take(EngineName.SPEECH);
        server.previews.show(lease, new Preview("image/png", new byte[] {'p', 'n', 'g'}));
        var shown = look(client, task);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo("png");
        assertThat(shown.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(shown.headers().firstValue("cache-control")).hasValue("no-store");
        hand.finish(lease, "audio/wav", "a.wav", new byte[] {1});
        assertThat(look(client, task).statusCode()).isEqualTo(204);
    }

    @Test
    void is_for_the_tasks_own_account() {
        var task = task();
        var lease = server.hand().take(EngineName.SPEECH);
        server.previews.show(lease, new Preview("image/png", new byte[] {1}));
        assertThat(look(server.stranger(), task).statusCode()).isEqualTo(404);
    }
}
