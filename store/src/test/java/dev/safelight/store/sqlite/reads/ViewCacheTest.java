package dev.safelight.store.sqlite.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
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
                new TaskView.Times(NOON, null, null),
                new TaskInput(input, Map.of(), null));
    }

    /** How many of sixty views with such an input it still has once all were read. */
    private static long kept(String input) {
        var cache = new ViewCache();
        var views =
                LongStream.range(0, 60).mapToObj(number -> view(number, input)).toList();
        views.forEach(view -> cache.keep(view, cache.stamp(view.id())));
        return views.stream().filter(view -> cache.find(view.id()) != null).count();
    }

    @Test
    void keeps_many_small_views_and_few_big_ones() {
        assertThat(kept("{}")).isEqualTo(60);
        assertThat(kept(MEBIBYTE)).isBetween(1L, 32L);
    }
}
