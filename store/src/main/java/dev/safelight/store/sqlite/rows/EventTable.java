package dev.safelight.store.sqlite.rows;

import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Appended;
import dev.safelight.core.task.EventJson;
import dev.safelight.core.task.LogEntry;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The log: append only, in change order, each task's entries chained backwards. */
public final class EventTable {
    private final Counters counters;
    private final Appender<OfTask> ofTasks;
    private final Appender<Other> others;

    /** The task that an entry is about, and the change of its entry before, 0 for none. */
    public record Log(long account, long task, long previous) {}

    /** What a replay repeats. */
    public record Answer(long dialect, String json) {}

    /** Whose log the open batch adds to. */
    private final Set<Long> accounts = new HashSet<>();

    private long first;
    private long last;

    private record OfTask(
            long change, Log log, LogEntry entry, @Nullable Answer answer) {}

    /** An entry about something else: its row, and a body. */
    private record Other(
            long change, long account, Subject subject, long object, Instant at, String body) {}

    public EventTable(Db db, Counters counters) {
        this.counters = counters;
        ofTasks = Appender.<OfTask>into("event")
                .number("change", OfTask::change)
                .number("object", row -> row.log().task())
                .number("seq", row -> row.entry().sequence())
                .numberOrNull("prev", EventTable::previous)
                .number("account", row -> row.log().account())
                .number("kind", row -> row.entry().kind().code())
                .number("at", row -> row.entry().at().toEpochMilli())
                .text("body", row -> EventJson.write(row.entry().event()))
                .numberOrNull(
                        "dialect",
                        row -> row.answer() == null ? null : row.answer().dialect())
                .text(
                        "answer",
                        row -> row.answer() == null ? null : row.answer().json())
                .prepare(db);
        others = Appender.<Other>into("event")
                .number("change", Other::change)
                .number("subject", row -> row.subject().code())
                .number("object", Other::object)
                .number("seq", row -> 0)
                .number("account", Other::account)
                .number("kind", row -> 0)
                .number("at", row -> row.at().toEpochMilli())
                .text("body", Other::body)
                .prepare(db);
    }

    private static @Nullable Long previous(OfTask row) {
        return row.log().previous() == 0 ? null : row.log().previous();
    }

    /**
     * Adds an entry to a task's log.
     *
     * @param answer what the submit was answered; with the first entry only
     * @return the change number of the entry
     */
    public long append(Log log, LogEntry entry, @Nullable Answer answer) {
        long change = next(log.account());
        ofTasks.add(new OfTask(change, log, entry, answer));
        return change;
    }

    /**
     * Adds an entry about something that is no task; {@code object} is its row.
     *
     * @return the change number of the entry
     */
    public long append(long account, Subject subject, long object, Instant at, String body) {
        long change = next(account);
        others.add(new Other(change, account, subject, object, at, body));
        return change;
    }

    private long next(long account) {
        long change = counters.nextChange();
        if (accounts.isEmpty()) first = change;
        last = change;
        accounts.add(account);
        return change;
    }

    /** What the open batch adds, or null for nothing; forgotten here. */
    public @Nullable Appended takeAppended() {
        if (accounts.isEmpty()) return null;
        var whose = accounts.stream().map(AccountId::new).collect(Collectors.toSet());
        accounts.clear();
        return new Appended(whose, Places.of(first - 1), Places.of(last));
    }

    public void flush() {
        ofTasks.flush();
        others.flush();
    }

    public void clear() {
        ofTasks.clear();
        others.clear();
        accounts.clear();
    }
}
