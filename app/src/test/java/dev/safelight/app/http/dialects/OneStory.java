package dev.safelight.app.http.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.EventReader;
import dev.safelight.app.live.Told;
import dev.safelight.core.task.TaskEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Somebody who listens in every way at once: to each task's stream while it lives, to the feeds,
 * and to what is delivered. All of them have to tell what is in the task's log, in its order.
 */
final class OneStory implements AutoCloseable {
    private final ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Followed> followed = new ArrayList<>();
    private @Nullable Way misheard;

    void follow(String id, SideBySide.Caller owner, boolean hasCallback) {
        var request = owner.client()
                .request("/v1/tasks/stream/" + id)
                .header("Last-Event-ID", "0")
                .build();
        var stream = CompletableFuture.supplyAsync(
                () -> {
                    try (var events = EventReader.open(request)) {
                        return events.rest().stream().map(OneStory::told).toList();
                    }
                },
                listeners);
        followed.add(new Followed(id, owner, hasCallback, stream));
    }

    private static Told told(EventReader.Event event) {
        return Told.of(Long.parseLong("" + event.id()), event.name());
    }

    /** Once every task has ended. */
    void compare(TaskLogs logs, ToldTasks told) {
        for (var each : followed) {
            var log = logs.of(each.owner(), each.id());
            var all = log.stream().map(Told::of).toList();
            var shown = log.stream()
                    .filter(entry -> entry.event().kind() != TaskEvent.Kind.STOPPED)
                    .map(Told::of)
                    .toList();
            var end = List.of(shown.getLast());
            var none = List.<Told>of();
            var heard = new HashMap<Way, List<Told>>();
            for (var way : Way.values())
                heard.put(
                        way,
                        heard(
                                way,
                                way == Way.STREAM
                                        ? each.stream().join()
                                        : told.by(way, each.id())));
            var due = Map.of(
                    Way.STREAM, shown,
                    Way.FEED, all,
                    Way.ENDPOINT, end,
                    Way.KEY, each.owner().hasAddress() ? end : none,
                    Way.CALLBACK, each.hasCallback() ? end : none);
            assertThat(heard).as("what is told of " + each.id()).isEqualTo(due);
        }
    }

    /** Loses the first of everything in one way, as a lie that has to be noticed. */
    void mishear(Way way) {
        misheard = way;
    }

    private List<Told> heard(Way way, List<Told> all) {
        return way == misheard && !all.isEmpty() ? all.subList(1, all.size()) : all;
    }

    @Override
    public void close() {
        listeners.shutdownNow();
    }
}
