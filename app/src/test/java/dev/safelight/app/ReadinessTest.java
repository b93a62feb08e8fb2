package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskRules;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

class ReadinessTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final NewKey KEY = new NewKey(
            "one",
            Mode.LIVE,
            new KeyText("a-key-for-the-tests"),
            new Credits(1),
            Limits.USUAL.firstKeys());

    @TempDir
    private Path folder;

    private SqliteStore store(CommitGate gate) throws IOException {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);
        var file = new StoreSettings.Location.File(link.resolve("s.db"));
        return SqliteStore.open(
                new StoreSettings(file, Limits.USUAL.store()),
                new SqliteStore.Surroundings(
                        new TaskRules(Retries.DEFAULT),
                        changes -> {},
                        () -> {},
                        Runnable::run,
                        new Random(1),
                        gate));
    }

    /** The folder goes away during a commit: it fails and the store cannot be opened again. */
    private void lose(Runnable commit) {
        try {
            Files.delete(folder.resolve("link"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        throw new IllegalStateException("planted");
    }

    @Nested
    class WhileTheStoreTakesWrites {

        @Test
        void it_is_ready() throws IOException {
            try (var store = store(CommitGate.OPEN)) {
                assertThat(new Readiness(store).probe()).isCompleted();
            }
        }
    }

    @Nested
    class WhenTheStoreCannotBeWritten {

        @Test
        void it_is_not_ready_though_reads_go_on() throws IOException {
            try (var store = store(ReadinessTest.this::lose)) {
                assertThat(new Readiness(store).probe()).isCompleted();
                var _ = store.accounts().open(KEY);
                store.writer().step(NOON);
                assertThat(store.isHealthy()).isFalse();
                assertThat(store.ledger().book(new AccountId(0))).isCompleted();
                assertThat(new Readiness(store).probe()).isCompletedExceptionally();
            }
        }
    }
}
