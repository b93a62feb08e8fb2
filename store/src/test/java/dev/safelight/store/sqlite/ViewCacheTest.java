package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.TaskView;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

class ViewCacheTest {
    private static final String MEBIBYTE = "x".repeat(1 << 20);

    private static TaskView withInput(TaskView view, String input) {
        return new TaskView(
                view.task(),
                view.progress(),
                view.times(),
                new TaskView.Asked(input, Map.of(), null));
    }

    /** How many of sixty views with such an input it still has once all were read. */
    private static long kept(String input) {
        var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
        var location = new StoreSettings.Location.Memory("views");
        try (var harness = new SqliteHarness(location, time)) {
            var scene = new Scene(harness, time);
            var ann = scene.account(1_000);
            var views = Stream.generate(() -> scene.view(ann, scene.accepted(Order.by(ann))))
                    .limit(60)
                    .map(view -> withInput(view, input))
                    .toList();
            var cache = new ViewCache();
            views.forEach(view -> cache.keep(view, cache.stamp(view.id())));
            return views.stream().filter(view -> cache.find(view.id()) != null).count();
        }
    }

    @Test
    void keeps_many_small_views_and_few_big_ones() {
        assertThat(kept("{}")).isEqualTo(60);
        assertThat(kept(MEBIBYTE)).isBetween(1L, 32L);
    }
}
