package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.TaskStatus;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A read that begins after a change was acknowledged sees it, whoever read before the change. */
class ReadRaceTest {
    /** Each takes two steps of a hundred. */
    private static final int ROUNDS = Boolean.getBoolean("safelight.full") ? 49 : 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_change_is_seen_by_the_next_read_wherever_it_meets_one_under_way(
            HesitantCache.Seam meeting) {
        var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
        var settings = new StoreSettings(
                new StoreSettings.Location.File(folder.resolve("s.db")), StoreLimits.ROOMY);
        var meanwhile = new AtomicReference<Consumer<HesitantCache.Seam>>(seam -> {});
        var cache = new HesitantCache(seam -> meanwhile.get().accept(seam));
        try (var harness = new SqliteHarness(settings, time, cache, CommitGate.OPEN)) {
            var scene = new Scene(harness, time);
            var ann = scene.account(1_000);
            var task = scene.accepted(Order.by(ann));
            var reads = cache.reads(settings);
            meanwhile.set(seam -> {
                if (seam != meeting) return;
                meanwhile.set(later -> {});
                scene.done(harness.tasks().cancel(ann.account(), task));
            });
            assertThat(reads.find(ann.account(), task).join()).isPresent();
            for (int look = 0; look < 3; look++) {
                var seen = reads.find(ann.account(), task).join().orElseThrow();
                assertThat(seen.status()).isEqualTo(TaskStatus.CANCELLED);
            }
        }
    }

    @Test
    void nobody_misses_what_was_acknowledged_before_the_look() {
        try (var race = new ReadRace(folder.resolve("s.db"))) {
            assertThat(race.run(ROUNDS)).as("looks that missed a change").isEmpty();
        }
    }
}
