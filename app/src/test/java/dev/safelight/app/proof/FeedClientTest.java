package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The feed by the unmodified client of Durable Streams, over the ends of the server. */
class FeedClientTest {
    private static final NodeProgram PROGRAM =
            new NodeProgram("feed.mjs", List.of("@durable-streams/client@0.2.7"));

    /** Of tasks before each end of the server: more entries than a page has, in the full run. */
    private static final int TASKS = Boolean.getBoolean("safelight.full") ? 200 : 20;

    @TempDir
    Path folder;

    private static List<String> submit(Api api) {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < TASKS; i++) {
            var task = api.data("generate-tts", "{\"text\":\"say " + i + "\"}").orElseThrow();
            tasks.add(task.get("taskId").asString());
        }
        return tasks;
    }

    /** What it has said so far. */
    private static List<JsonNode> listen(Process program) {
        var said = new CopyOnWriteArrayList<JsonNode>();
        Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader lines = program.inputReader()) {
                lines.lines().map(JsonMapper.shared()::readTree).forEach(said::add);
            } catch (IOException | RuntimeException ended) {
                // What matters is what it has said until then.
            }
        });
        return said;
    }

    private static boolean hasEnded(List<JsonNode> said, String task) {
        String id = task.substring(task.indexOf('_') + 1);
        return said.stream()
                .filter(entry -> entry.path("taskId").asString("").endsWith(id))
                .anyMatch(entry -> entry.get("type").asString().equals("task.succeeded"));
    }

    private Process start(ServerProcess server, String live) throws Exception {
        var url = "http://127.0.0.1:" + server.port + "/v1/events";
        return PROGRAM.start(folder.resolve("client.log"), url, ServerProcess.KEY, live);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long-poll", "sse"})
    void it_is_told_each_entry_once_and_in_order_over_a_restart_and_a_kill(String live)
            throws Exception {
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new Api(server.port);
            submit(api);
            var program = start(server, live);
            try {
                var said = listen(program);
                var last = submit(api).getLast();
                Patience.until("it follows", () -> hasEnded(said, last));
                server.stop();
                server.restart();
                server.awaitReady();
                var later = submit(api).getLast();
                Patience.until("it goes on after a restart", () -> hasEnded(said, later));
                submit(api);
                server.kill();
                server.restart();
                server.awaitReady();
                for (var task : submit(api))
                    Patience.until("it goes on after a kill", () -> hasEnded(said, task));
                var whole = api.events();
                Patience.until("it has all", () -> said.size() >= whole.size());
                assertThat(said).startsWith(whole.toArray(JsonNode[]::new));
            } finally {
                program.destroyForcibly();
            }
        }
    }

    @Test
    void it_reads_all_that_there_is_from_the_beginning() throws Exception {
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new Api(server.port);
            for (var task : submit(api)) api.await(task);
            var before = api.events();
            var program = start(server, "no");
            var said = listen(program);
            assertThat(program.waitFor()).isZero();
            Patience.until("it has said all", () -> said.size() >= before.size());
            // What comes of the files is told later, perhaps while it reads.
            assertThat(said).startsWith(before.toArray(JsonNode[]::new));
            assertThat(api.events()).startsWith(said.toArray(JsonNode[]::new));
            assertThat(before).hasSizeGreaterThan(3 * TASKS);
        }
    }
}
