package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskView;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** What a test does with one view and the change that makes it old. */
    private interface Moment {
        void go(ViewCache cache, TaskView view, TaskChange change);
    }

    private static void inFrontOfAChange(Moment moment) {
        var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
        var location = new StoreSettings.Location.Memory("views");
        var told = new ArrayList<TaskChange>();
        try (var harness = new SqliteHarness(location, time, told::addAll, CommitGate.OPEN)) {
            var scene = new Scene(harness, time);
            var ann = scene.account(1_000);
            var task = scene.accepted(Order.by(ann));
            var view = scene.view(ann, task);
            told.clear();
            scene.done(harness.tasks().cancel(ann.account(), task.id()));
            moment.go(new ViewCache(), view, told.getFirst());
        }
    }

    @Test
    void a_change_takes_what_was_kept() {
        inFrontOfAChange((cache, view, change) -> {
            cache.keep(view, cache.stamp(view.id()));
            assertThat(cache.find(view.id())).isEqualTo(view);
            cache.committed(List.of(change));
            assertThat(cache.find(view.id())).isNull();
        });
    }

    @Test
    void what_was_read_before_a_change_is_not_kept_after_it() {
        inFrontOfAChange((cache, view, change) -> {
            long before = cache.stamp(view.id());
            cache.committed(List.of(change));
            cache.keep(view, before);
            assertThat(cache.find(view.id())).isNull();
            cache.keep(view, cache.stamp(view.id()));
            assertThat(cache.find(view.id())).isEqualTo(view);
        });
    }

    @Test
    void a_change_long_ago_keeps_nothing_from_being_kept() {
        inFrontOfAChange((cache, view, change) -> {
            for (int i = 0; i < 3; i++) cache.committed(List.of(change, change));
            long since = cache.stamp(view.id());
            cache.keep(view, since);
            assertThat(cache.find(view.id())).isEqualTo(view);
            assertThat(cache.stamp(view.id())).isEqualTo(since);
        });
    }

    @Test
    void keeps_many_small_views_and_few_big_ones() {
        assertThat(kept("{}")).isEqualTo(60);
        assertThat(kept(MEBIBYTE)).isBetween(1L, 32L);
    }
}
