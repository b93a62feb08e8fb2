package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.task.Result;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is made and not looked at lies between many rows that never will be. */
class StudyStretchTest {
    private static final long STRETCH = 5;

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private SqliteHarness harness;
    private Scene scene;
    private Order order;

    @BeforeEach
    void open() {
        var file = new StoreSettings.Location.File(folder.resolve("s.db"));
        var limits = StoreLimits.ROOMY.withStretch(STRETCH);
        harness = new SqliteHarness(new StoreSettings(file, limits), time);
        scene = new Scene(harness, time);
        order = Order.by(scene.account(1_000));
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private void make(List<NewAsset> files) {
        var lease = scene.running(order, scene.worker(1));
        scene.done(harness.tasks().complete(lease, new Result(files, "{}")));
    }

    private void makeTemporary(int count) {
        var expires = time.instant().plus(Duration.ofDays(1));
        make(scene.result(count).assets().stream()
                .map(file -> new NewAsset(
                        file.id(), file.blob(), file.contentType(), file.name(), "{}", expires))
                .toList());
    }

    private Optional<NewAsset> take() {
        return scene.done(harness.study().take()).map(Asset::file);
    }

    private long batches() {
        try (var db = Connections.toFile(folder.resolve("s.db")).connect()) {
            return db.number("SELECT batch FROM clock");
        }
    }

    @Test
    void it_is_found_however_many_they_are() {
        makeTemporary(23);
        var first = scene.result(1).assets().getFirst();
        make(List.of(first));
        makeTemporary(11);
        assertThat(take()).contains(first);
        scene.done(harness.study().done(first.id(), List.of()));
        assertThat(take()).isEmpty();
        makeTemporary(4);
        var second = scene.result(1).assets().getFirst();
        make(List.of(second));
        assertThat(take()).contains(second);
    }

    @Test
    void nothing_is_written_while_nothing_waits() {
        makeTemporary(12);
        long before = batches();
        for (int i = 0; i < 10; i++) assertThat(take()).isEmpty();
        // What the harness itself does when asked: a step of the writer with nothing to do.
        assertThat(batches()).isEqualTo(before);
    }
}
