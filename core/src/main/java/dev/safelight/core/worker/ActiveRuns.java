package dev.safelight.core.worker;

import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs under way, by task, so that whatever becomes of a task stops its run. Safe for use by
 * many threads.
 */
final class ActiveRuns {
    private final Map<TaskId, Execution> byTask = new ConcurrentHashMap<>();

    /** A task that was lost and acquired again has the new run from here on. */
    void add(Execution run) {
        byTask.put(run.task(), run);
    }

    void remove(Execution run) {
        byTask.remove(run.task(), run);
    }

    int size() {
        return byTask.size();
    }

    void stopAll(StopReason reason) {
        byTask.values().forEach(run -> run.stop(reason));
    }

    /** Stops each run whose task has ended, or is no longer its own. */
    void committed(List<TaskChange> changes) {
        if (byTask.isEmpty()) return;
        for (var change : changes) {
            var run = byTask.get(change.id());
            if (run != null) reasonToStop(run, change).ifPresent(run::stop);
        }
    }

    /** What became of an earlier run of the task may be heard only now, and says nothing here. */
    private static Optional<StopReason> reasonToStop(Execution run, TaskChange change) {
        long fence = change.task().stamp().fence();
        if (fence < run.lease().fence()) return Optional.empty();
        if (fence > run.lease().fence()) return Optional.of(StopReason.LOST);
        if (change.status().isTerminal()) return Optional.of(StopReason.ENDED);
        if (change.status() == TaskStatus.RETRYING) return Optional.of(StopReason.LOST);
        return Optional.empty();
    }
}
