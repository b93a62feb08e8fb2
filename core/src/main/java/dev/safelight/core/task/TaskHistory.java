package dev.safelight.core.task;

import dev.safelight.core.task.Transition.Moved;
import dev.safelight.core.task.Transition.Refused;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * The entries after a sequence number, each with the view as of it.
     *
     * @param log as for {@link #view}
     */
    static List<Moment> moments(TaskHeader header, List<LogEntry> log, long after) {
        var history = new TaskHistory(header);
        var moments = new ArrayList<Moment>();
        for (var entry : log) {
            var view = history.add(entry);
            if (entry.sequence() > after) moments.add(new Moment(entry, view));
        }
        return List.copyOf(moments);
    }

    private TaskView add(LogEntry entry) {
        var next = view == null ? first(entry) : after(view, entry);
        view = next;
        return next;
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
        var event = completed(before.state(), entry);
        return switch (TaskLifecycle.apply(before.state(), event)) {
            case Moved(var next) ->
                new TaskView(
                        before.task().after(event, next),
                        progress(before, next),
                        times(before, next, entry.at()),
                        before.input());
            case Refused refused ->
                throw new IllegalStateException(refused + " in a log: " + entry);
        };
    }

    /**
     * A body of version 1 does not tell of a later attempt when the first one started, so that it
     * seems to be the first: the effort goes on from the state before. One that tells it is left as
     * it is, for the two agree.
     */
    private static TaskEvent completed(TaskState before, LogEntry entry) {
        if (before instanceof TaskState.Retrying(var soFar, var due)
                && entry.event() instanceof TaskEvent.Started(var worker, var effort)
                && effort.started().equals(entry.at())) {
            var whole = new Effort(effort.attempts(), soFar.started(), soFar.deadline());
            return new TaskEvent.Started(worker, whole);
        }
        return entry.event();
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
