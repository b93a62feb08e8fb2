package dev.safelight.store.sqlite.reads;

import dev.safelight.core.task.EventJson;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Row;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.TaskColumns;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Reads a task's view: its row, and the entries that say what was asked and how it ended. */
final class ViewColumns {
    private final TaskColumns task;
    private final int finished;
    private final int first;
    private final int outcome;
    private final TieColumns ties;

    /** A view, and the number of its row. */
    record Found(TaskView view, long row) {}

    ViewColumns(Columns columns, NameTable names) {
        task = new TaskColumns(columns, names);
        finished = columns.at("finished");
        first = columns.at("first");
        outcome = columns.at("outcome");
        ties = new TieColumns(columns);
    }

    Found read(Row row) {
        var times = new TaskView.Times(task.created(row), task.started(row), finished(row));
        var input = EventJson.input(row.text(first), ties.read(row));
        return new Found(
                new TaskView(task(row), task.progress(row), times, input), task.number(row));
    }

    private @Nullable Instant finished(Row row) {
        Long at = row.numberOrNull(finished);
        return at == null ? null : Instant.ofEpochMilli(at);
    }

    private Task task(Row row) {
        return switch (task.status(row)) {
            case PENDING, RUNNING, RETRYING, CANCELLED -> task.live(row);
            case SUCCEEDED -> ended(row, TaskEvent.Kind.SUCCEEDED);
            case FAILED -> ended(row, TaskEvent.Kind.FAILED);
        };
    }

    /** How it ended is told by the entry that says so. */
    private Task ended(Row row, TaskEvent.Kind kind) {
        var header = task.header(row);
        return new Task(header, state(row, kind, header), task.stamp(row));
    }

    private TaskState state(Row row, TaskEvent.Kind kind, TaskHeader header) {
        var context = new EventJson.Context(header, EventJson.Ties.NONE, task.created(row));
        return switch (EventJson.read(kind, row.textOrNull(outcome), context)) {
            case TaskEvent.Succeeded(var price, var output) ->
                new TaskState.Succeeded(price, output);
            case TaskEvent.Failed(var failure) -> new TaskState.Failed(failure);
            case TaskEvent other -> throw new IllegalStateException("is no end: " + other);
        };
    }
}
