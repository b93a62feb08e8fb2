package dev.safelight.core.worker;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Jobs that one call of their engine renders. */
final class JobGroups {
    private JobGroups() {}

    /** The jobs in groups of one key, each as large as the engine takes; in the order they came. */
    static List<List<Attempt>> groups(Engine engine, List<Attempt> attempts) {
        var groups = new ArrayList<List<Attempt>>();
        Map<String, List<Attempt>> open = new HashMap<>();
        for (var attempt : attempts) {
            var key = key(engine, attempt.job());
            var group = key == null ? null : open.get(key);
            if (group == null || group.size() >= engine.batchSize()) {
                group = new ArrayList<>();
                groups.add(group);
                if (key != null) open.put(key, group);
            }
            group.add(attempt);
        }
        return groups;
    }

    /** What an engine cannot say a key of is rendered alone, and may fail there. */
    private static @Nullable String key(Engine engine, Job job) {
        try {
            return engine.batchKey(job);
        } catch (Throwable broken) {
            return null;
        }
    }

    /**
     * Renders a group; each of it has ended when this returns, and when it throws as well. One that
     * was asked to stop before it began is ended; the engine hears nothing of it.
     */
    static void render(Engine engine, List<Attempt> group) {
        var going = group.stream().filter(attempt -> !attempt.run().stopped()).toList();
        var stopped = new ArrayList<>(group);
        stopped.removeAll(going);
        try {
            each(stopped, Attempt::stopped);
        } finally {
            if (!going.isEmpty()) renderAll(engine, going);
        }
    }

    private static void renderAll(Engine engine, List<Attempt> going) {
        try {
            engine.renderAll(going);
        } catch (Throwable crashed) {
            each(going, attempt -> attempt.crashed(crashed));
        }
        each(going, Attempt::stopped);
    }

    /** Ends each of them, also after one whose end could not be told; the last such is thrown. */
    private static void each(List<Attempt> attempts, Consumer<Attempt> end) {
        if (attempts.isEmpty()) return;
        try {
            end.accept(attempts.getFirst());
        } finally {
            each(attempts.subList(1, attempts.size()), end);
        }
    }
}
