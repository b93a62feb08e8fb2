package dev.safelight.core.task;

import dev.safelight.core.task.Transition.Moved;
import dev.safelight.core.task.Transition.Refused;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A task as its log tells it: the fold of {@link TaskLifecycle} over the entries, from what never
 * changes. What a store keeps in a row is the same value, kept ready; streams and deliveries show a
 * task as of an earlier entry with it.
 */
public final class TaskHistory {
    private final TaskHeader header;
    private @Nullable TaskView view;

    private TaskHistory(TaskHeader header) {
        this.header = header;
    }

    /**
     * The view as of the last of these entries.
     *
     * @param log the task's log from its first entry on, in order
     * @throws IllegalStateException when the entries are no log: empty, with a gap, or out of order
     */
    public static TaskView view(TaskHeader header, List<LogEntry> log) {
        var history = new TaskHistory(header);
        log.forEach(history::add);
        if (history.view == null) throw new IllegalStateException("a log has a first entry");
        return history.view;
    }

    private void add(LogEntry entry) {
        view = view == null ? first(entry) : after(view, entry);
    }

    private TaskView first(LogEntry entry) {
        if (entry.sequence() != 1 || !(entry.event() instanceof TaskEvent.Submitted(var input)))
            throw new IllegalStateException("a log begins with its submit, not with " + entry);
        var task = TaskLifecycle.begin(header, entry.at());
        return new TaskView(task, 0, new TaskView.Times(entry.at(), null, null), input);
    }

    private static TaskView after(TaskView before, LogEntry entry) {
        if (entry.sequence() != before.task().stamp().version() + 1)
            throw new IllegalStateException("a log has no gaps: " + entry);
        return switch (TaskLifecycle.apply(before.state(), entry.event())) {
            case Moved(var next) ->
                new TaskView(
                        before.task().after(entry.event(), next),
                        progress(before, next),
                        times(before, next, entry.at()),
                        before.input());
            case Refused refused ->
                throw new IllegalStateException(refused + " in a log: " + entry);
        };
    }

    /** Only a new attempt starts again. */
    private static int progress(TaskView before, TaskState next) {
        return switch (next) {
            case TaskState.Running(var effort, var worker, var progress) -> progress;
            case TaskState.Succeeded succeeded -> 100;
            case TaskState.Pending pending -> before.progress();
            case TaskState.Retrying retrying -> before.progress();
            case TaskState.Failed failed -> before.progress();
            case TaskState.Cancelled cancelled -> before.progress();
        };
    }

    private static TaskView.Times times(TaskView before, TaskState next, Instant at) {
        var times = before.times();
        return switch (next) {
            case TaskState.Pending pending -> times;
            case TaskState.Retrying retrying -> times;
            case TaskState.Running(var effort, var worker, var progress) ->
                new TaskView.Times(times.created(), effort.started(), null);
            case TaskState.Terminal ended ->
                before.isTerminal()
                        ? times
                        : new TaskView.Times(times.created(), times.started(), at);
        };
    }
}
