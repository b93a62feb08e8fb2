package dev.safelight.store.sqlite.reads;

import dev.safelight.core.task.EventJson;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.Row;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.TaskColumns;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Reads what a task's entries need to be understood: the header, and where its log ends. */
final class LogColumns {
    private final TaskColumns task;
    private final int last;
    private final TieColumns ties;

    /**
     * A task's log.
     *
     * @param last the change of its latest entry
     */
    record Log(TaskHeader header, EventJson.Ties ties, long last) {}

    /** An entry as it stands in its row. */
    record Line(
            long sequence,
            Instant at,
            TaskEvent.Kind kind,
            @Nullable String body) {

        static Query.Reader<Line> over(Columns columns) {
            int sequence = columns.at("seq");
            int at = columns.at("at");
            int kind = columns.at("kind");
            int body = columns.at("body");
            return row -> new Line(
                    row.number(sequence),
                    Instant.ofEpochMilli(row.number(at)),
                    TaskEvent.Kind.of(row.integer(kind)),
                    row.textOrNull(body));
        }

        LogEntry entry(TaskHeader header, EventJson.Ties ties) {
            var context = new EventJson.Context(header, ties, at);
            return new LogEntry(sequence, at, EventJson.read(kind, body, context));
        }
    }

    LogColumns(Columns columns, NameTable names) {
        task = new TaskColumns(columns, names);
        last = columns.at("last");
        ties = new TieColumns(columns);
    }

    Log read(Row row) {
        return new Log(task.header(row), ties.read(row), row.number(last));
    }
}
