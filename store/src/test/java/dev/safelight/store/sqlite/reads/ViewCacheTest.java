package dev.safelight.store.sqlite.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskInput;
import dev.safelight.core.task.TaskLifecycle;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Terms;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

class ViewCacheTest {
    private static final String MEBIBYTE = "x".repeat(1 << 20);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static TaskView view(long number, String input) {
        var header = new TaskHeader(
                new TaskId(new Id(1, number)),
                new Owner(new AccountId(1), new KeyId(1)),
                new Route(ToolName.GENERATE_IMAGE, "model-1", EngineName.SANDBOX),
                new Terms(5, new Credits(10), Duration.ofHours(24), Duration.ofMinutes(5)));
        return new TaskView(
                TaskLifecycle.begin(header, NOON),
                0,
                new TaskView.Times(NOON, null, null),
                new TaskInput(input, Map.of(), null, null));
    }

    /** How many of sixty views with such an input it still has once all were read. */
    private static long kept(String input) {
        var cache = new ViewCache(32L << 20);
        var views =
                LongStream.range(0, 60).mapToObj(number -> view(number, input)).toList();
        views.forEach(view -> cache.keep(view, cache.stamp(view.id())));
        return views.stream().filter(view -> cache.find(view.id()) != null).count();
    }

    private final ViewCache cache = new ViewCache(32L << 20);
    private final TaskView view = view(1, "{}");
    private final TaskChange change =
            new TaskChange(view.task(), new LogEntry(2, NOON, new TaskEvent.Cancelled()));

    @Test
    void a_change_takes_what_was_kept() {
        cache.keep(view, cache.stamp(view.id()));
        assertThat(cache.find(view.id())).isEqualTo(view);
        cache.committed(List.of(change));
        assertThat(cache.find(view.id())).isNull();
    }

    @Test
    void what_was_read_before_a_change_is_not_kept_after_it() {
        long before = cache.stamp(view.id());
        cache.committed(List.of(change));
        cache.keep(view, before);
        assertThat(cache.find(view.id())).isNull();
        cache.keep(view, cache.stamp(view.id()));
        assertThat(cache.find(view.id())).isEqualTo(view);
    }

    @Test
    void a_change_long_ago_keeps_nothing_from_being_kept() {
        for (int i = 0; i < 3; i++) cache.committed(List.of(change, change));
        long since = cache.stamp(view.id());
        cache.keep(view, since);
        assertThat(cache.find(view.id())).isEqualTo(view);
        assertThat(cache.stamp(view.id())).isEqualTo(since);
    }

    @Test
    void keeps_many_small_views_and_few_big_ones() {
        assertThat(kept("{}")).isEqualTo(60);
        assertThat(kept(MEBIBYTE)).isBetween(1L, 32L);
    }
}
