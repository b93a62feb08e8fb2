package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The three dialects tell one truth over random lives of tasks, and a lie of one is noticed. */
class SideBySideTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");
    private static final KeyLimits UNLIMITED = new KeyLimits(0, 0, 0);
    private static final String FIRST = "a-key-for-side-by-side-1";
    private static final String OTHER = "a-key-for-side-by-side-2";

    @TempDir
    private Path folder;

    private static SideBySide over(LiveServer server, long seed) {
        var ann = open(server, FIRST);
        var bob = open(server, OTHER);
        var anns = new SideBySide.Caller(new Client(server.http.port(), FIRST), ann);
        var bobs = new SideBySide.Caller(new Client(server.http.port(), OTHER), bob);
        return new SideBySide(server, List.of(anns, secondKey(server, anns), bobs), seed);
    }

    private static SideBySide.Caller secondKey(LiveServer server, SideBySide.Caller first) {
        var made = first.client().done("POST", "/api/v1/api-keys", "{\"label\":\"second\"}");
        var text = new KeyText(made.get("key").asString());
        var who = server.live
                .store
                .accounts()
                .find(text.digest(), server.time.instant())
                .orElseThrow();
        return new SideBySide.Caller(new Client(server.http.port(), text.text()), who);
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
            over(server, 1).run(FULL ? 10_000 : 1_000);
        }
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
