package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.TaskChange;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A store on a file whose commits fail when a test says so, and one account in it. */
abstract class FaultySituation {
    static final long CREDITS = 1_000;

    @TempDir
    Path folder;

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    final Gate gate = new Gate();
    final List<TaskChange> told = new ArrayList<>();
    CommitListener listener = told::addAll;
    SqliteHarness harness;
    Scene scene;
    Principal ann;

    @BeforeEach
    void set() {
        link();
        var file = new StoreSettings.Location.File(folder.resolve("link/s.db"));
        harness = new SqliteHarness(file, time, changes -> listener.committed(changes), gate);
        scene = new Scene(harness, time);
        ann = scene.account(CREDITS);
        told.clear();
    }

    @AfterEach
    void clear() {
        harness.close();
    }

    /** While the link is gone the file cannot be opened; connections that are open go on. */
    void unlink() {
        try {
            Files.delete(folder.resolve("link"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void link() {
        try {
            Path real = Files.createDirectories(folder.resolve("real"));
            Files.createSymbolicLink(folder.resolve("link"), real);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static StoreFault.Kind faultOf(CompletableFuture<?> answer) {
        assertThat(answer).isCompletedExceptionally();
        try {
            answer.join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException failed) {
            return ((StoreFault) Objects.requireNonNull(failed.getCause())).kind();
        }
    }

    Order order() {
        return Order.by(ann);
    }

    /** Something that always throws while it is decided. */
    CompletableFuture<Object> somethingBad() {
        return harness.writer().rare(tx -> {
            throw new IllegalStateException("bad, says the test");
        });
    }
}
