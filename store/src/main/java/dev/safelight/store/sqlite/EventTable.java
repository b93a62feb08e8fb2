package dev.safelight.store.sqlite;

import dev.safelight.core.task.TaskEvent;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The log: append only, in change order, each task's entries chained backwards. */
final class EventTable {
    private final Counters counters;
    private final Appender rows;

    EventTable(Db db, Counters counters) {
        this.counters = counters;
        rows = new Appender(
                db, "event", "change", "task", "seq", "prev", "account", "kind", "at", "body");
    }

    /**
     * Adds an entry to a task's log.
     *
     * @param previous the change of the task's entry before, 0 for none
     * @return the change number of the entry
     */
    long append(Live live, TaskEvent event, long previous, @Nullable String body, Instant now) {
        long change = counters.nextChange();
        long task = live.row();
        long sequence = live.task.stamp().version();
        long account = live.account.number;
        Long before = previous == 0 ? null : previous;
        rows.add(row -> {
            row.bind(change).bind(task).bind(sequence).bind(before).bind(account);
            row.bind(event.kind().code()).bind(now.toEpochMilli()).bind(body);
        });
        return change;
    }

    void flush() {
        rows.flush();
    }

    void clear() {
        rows.clear();
    }
}
