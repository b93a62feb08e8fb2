package dev.safelight.app.http.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.Lie;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.TaskReads;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The three dialects, streams, feeds and deliveries tell one truth over random lives of tasks, and
 * a lie of one is noticed.
 */
class SideBySideTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");
    private static final KeyLimits UNLIMITED = new KeyLimits(0, 0, 0);
    private static final String FIRST = "a-key-for-side-by-side-1";
    private static final String OTHER = "a-key-for-side-by-side-2";

    @TempDir
    private Path folder;

    private final OneStory story = new OneStory();

    @AfterEach
    void stopListening() {
        story.close();
    }

    private SideBySide over(LiveServer server, long seed) {
        var ann = open(server, FIRST);
        var bob = open(server, OTHER);
        var anns = new SideBySide.Caller(new Client(server.http.port(), FIRST), ann, false);
        var bobs = new SideBySide.Caller(new Client(server.http.port(), OTHER), bob, false);
        for (var caller : List.of(anns, bobs)) {
            var made = caller.client().call("POST", "/v1/webhooks/endpoints", """
                    {"url": "https://receiver.example/hook", "events":
                     ["tool_execution.succeeded", "tool_execution.failed",
                      "tool_execution.cancelled"]}""");
            assertThat(made.statusCode()).isEqualTo(201);
        }
        return new SideBySide(server, List.of(anns, secondKey(server, anns), bobs), story, seed);
    }

    private static SideBySide.Caller secondKey(LiveServer server, SideBySide.Caller first) {
        var made = first.client().done("POST", "/api/v1/api-keys", """
                {"label": "second", "webhookUrl": "https://receiver.example/key"}""");
        var text = new KeyText(made.get("key").asString());
        var who = server.live
                .store
                .accounts()
                .find(text.digest(), server.time.instant())
                .orElseThrow();
        return new SideBySide.Caller(new Client(server.http.port(), text.text()), who, true);
    }

    private static Principal open(LiveServer server, String key) {
        return server.live
                .store
                .accounts()
                .open(new NewKey(
                        "a", Mode.LIVE, new KeyText(key), new Credits(100_000_000), UNLIMITED))
                .join();
    }

    @Test
    void random_lives_look_the_same_in_all_of_them() throws IOException {
        try (var server = new LiveServer(folder)) {
            var test = over(server, 1);
            test.run(FULL ? 10_000 : 1_000);
            test.tell(server.live.store.reads());
        }
    }

    @Test
    void a_lie_in_one_of_the_other_ways_is_noticed() throws IOException {
        try (var server = new LiveServer(folder)) {
            var test = over(server, 3);
            test.run(200);
            var truth = server.live.store.reads();
            test.tell(truth);
            assertNoticed(test, Lie.STATE.under(truth));
            for (var way : Way.values()) {
                story.mishear(way);
                assertNoticed(test, truth);
            }
        }
    }

    private static void assertNoticed(SideBySide test, TaskReads told) {
        assertThatThrownBy(() -> test.tell(told))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what is told of");
    }

    @ParameterizedTest
    @CsvSource({
        "STATE, tasks",
        "TIME, tools",
        "COST, tasks",
        "OUTPUT, executions",
        "ERROR, executions",
        "OWNER, tasks",
        "VISIBILITY, tools",
        "VISIBILITY, executions"
    })
    void a_lie_of_one_of_them_is_noticed(Lie lie, String dialect) throws IOException {
        try (var server = new LiveServer(folder, dialect, lie)) {
            var test = over(server, 2);
            assertThatThrownBy(() -> test.run(2_000)).isInstanceOf(AssertionError.class);
        }
    }
}
