package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.time.VirtualTime;
import dev.safelight.testkit.trace.PowerCut;
import dev.safelight.testkit.trace.Trace;
import dev.safelight.testkit.trace.Tracer;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;

/** Whoever was told something finds it again, whatever moment the power goes. */
class PowerLossTest {
    /** SQLite's word for it. */
    private static final long FULL = 2;

    @TempDir
    Path folder;

    @Nested
    class BySystemCalls {
        @Test
        void nothing_is_acknowledged_before_it_is_synced() throws Exception {
            assumeTrue(Tracer.isPossible(folder), "strace is not installed, or may not trace");
            var data = Files.createDirectory(folder.toRealPath().resolve("data"));
            var file = folder.resolve("trace");
            var command = new ArrayList<>(Tracer.before(file, PowerCut.CALLS, 160));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("-cp");
            command.add(classPath());
            command.add(TracedStore.class.getName());
            command.add(data.toString());
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            judge(Trace.read(file), data);
        }

        private static void judge(Trace trace, Path data) {
            var log = data.resolve("safelight.db-wal");
            assertThat(trace.count(TracedStore.DONE)).isGreaterThan(10);
            assertThat(trace.countStartsOf(log)).as("starts of the log").isGreaterThan(1);
            assertThat(trace.broken(data, TracedStore.DONE, log, data.resolve("safelight.db")))
                    .as("what a power cut would take although somebody was told of it")
                    .isEmpty();
        }

        private static String classPath() {
            return System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path"));
        }
    }

    @Nested
    class BySettings {
        private Connections prepared() {
            var connections = Connections.toFile(folder.resolve("s.db"));
            connections.prepare().close();
            return connections;
        }

        @Test
        void the_writer_syncs_each_commit_whenever_it_is_opened() {
            var connections = prepared();
            for (int times = 0; times < 2; times++) {
                try (var db = connections.writer()) {
                    assertIsSynced(db);
                }
            }
        }

        @Test
        void so_does_whoever_moves_the_log_into_the_database() {
            try (var db = prepared().connect()) {
                assertIsSynced(db);
            }
        }

        @Test
        void so_does_the_writer_of_a_store_that_runs() {
            var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
            var location = new StoreSettings.Location.File(folder.resolve("t.db"));
            try (var harness = new SqliteHarness(location, time)) {
                harness.onWriter(PowerLossTest::assertIsSynced);
            }
        }
    }

    private static void assertIsSynced(Db db) {
        assertThat(db.number("PRAGMA synchronous")).isEqualTo(FULL);
    }
}
