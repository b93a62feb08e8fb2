package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;

/** A page of another origin that follows a task by its signed address, in a real browser. */
class StreamInABrowserTest {
    private static final int SLOTS = 8;

    @TempDir
    private Path folder;

    /** Writes down what it is told. */
    private static String page(String address) {
        return """
                <!doctype html><body><script>
                const source = new EventSource('%s');
                const say = text => document.body.append('[' + text + ']');
                for (const name of ['pending', 'running', 'progress', 'completed', 'failed'])
                  source.addEventListener(name, event => say(event.lastEventId + ' ' + name));
                source.onerror = () => say('error ' + source.readyState);
                </script>""".formatted(address);
    }

    /** The page that the documents show. */
    private static String documented() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "dialects", "tasks.md"));
        int from = docs.indexOf("<!doctype html>");
        return docs.substring(from, docs.indexOf("```", from));
    }

    @Test
    void the_page_of_the_documents_shows_what_was_made() throws IOException {
        var browser = new Browser(folder.resolve("profile"));
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var task = new StreamApi(server.port).submit(500, 2);
            try (var other = new OtherOrigin(Map.of("/", documented()))) {
                var address = task.get("stream_url").asString();
                assertThat(browser.open(other.url("/#" + address)))
                        .contains("<h1 id=\"status\">completed</h1>")
                        .containsOnlyOnce("<img src=\"http");
            }
        }
    }

    @Test
    void shows_every_change_and_stops_after_the_end() throws IOException {
        var browser = new Browser(folder.resolve("profile"));
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new StreamApi(server.port);
            // They hold all slots, so that the task waits until the browser looks on.
            var before = IntStream.range(0, SLOTS).mapToObj(i -> api.hang()).toList();
            var task = api.submit(4_000, 4);
            var page = page(task.get("stream_url").asString());
            try (var other = new OtherOrigin(Map.of("/", page))) {
                var looking = Thread.ofVirtual().start(() -> {
                    Patience.until("the browser looks on", api::isAnyStreamOpen);
                    before.forEach(api::cancel);
                });
                String shown = browser.open(other.url("/"));
                assertThat(looking.isAlive()).isFalse();
                var told = new ArrayList<StreamApi.Told>();
                api.follow(task.get("task_id").asString(), 0L, told::add);
                var after = told.stream()
                        .map(event -> "[" + event.id() + " " + event.name() + "]")
                        .toList();
                assertThat(told.getLast().name()).isEqualTo("completed");
                // The stream breaks off at the end (0), is asked for again, and ends for good (2).
                assertThat(shown).contains(String.join("", after) + "[error 0][error 2]");
                assertThat(shown.indexOf("completed]")).isEqualTo(shown.lastIndexOf("completed]"));
                assertThat(Files.readString(folder.resolve("log")))
                        .as("what whoever has it may read by")
                        .doesNotContain("sig=", "/tasks/stream/");
            }
        }
    }
}
