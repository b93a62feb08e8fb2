package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Submission;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

class IdempotencySweepTest {
    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));

    private static long keys(SqliteHarness harness) {
        var count = new AtomicLong();
        harness.onWriter(
                db -> count.set(db.number("SELECT count(*) FROM task WHERE idem IS NOT NULL")));
        return count.get();
    }

    @Test
    void keys_are_forgotten_after_a_day_though_nobody_asks_and_the_younger_ones_are_not() {
        var location = new StoreSettings.Location.Memory("sweep");
        try (var harness = new SqliteHarness(location, time)) {
            var scene = new Scene(harness, time);
            var order = Order.by(scene.account(2_000)).priced(0);
            for (int i = 0; i < 1_200; i++) {
                var _ = scene.send(order.under("old " + i));
            }
            harness.settle();
            scene.pass(Duration.ofHours(12));
            scene.accepted(order.under("young"));
            assertThat(keys(harness)).isEqualTo(1_201);
            scene.pass(Duration.ofHours(12).plusMinutes(1));
            for (int batch = 0; batch < 4; batch++) {
                scene.pass(Duration.ofMillis(100));
                scene.accepted(order);
            }
            assertThat(keys(harness)).isEqualTo(1);
            assertThat(scene.submit(order.under("young"))).isInstanceOf(Submission.Replayed.class);
        }
    }
}
