package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.store.sql.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads of tasks, each one statement. */
final class SqliteReads implements TaskReads {
    static final String COLUMNS = "SELECT " + ReadPool.fragment("view-columns");
    private static final String ONE =
            COLUMNS + " FROM " + ReadPool.fragment("view-tables") + " WHERE t.id=?";

    private final ReadPool pool;
    private final Names names;
    private final ViewCache cache;

    SqliteReads(ReadPool pool, Names names, ViewCache cache) {
        this.pool = pool;
        this.names = names;
        this.cache = cache;
    }

    @Override
    public CompletableFuture<Optional<TaskView>> find(AccountId account, TaskId task) {
        var cached = cache.find(task);
        if (cached != null) return CompletableFuture.completedFuture(owned(account, cached));
        return pool.read(reader -> owned(account, read(reader, task)));
    }

    @Override
    public CompletableFuture<Optional<TaskView>> findHere(AccountId account, TaskId task) {
        var cached = cache.find(task);
        if (cached != null) return CompletableFuture.completedFuture(owned(account, cached));
        return pool.readHere(reader -> owned(account, read(reader, task)));
    }

    private @Nullable TaskView read(ReadPool.Reader reader, TaskId task) {
        long stamp = cache.stamp(task);
        var found = new ArrayList<TaskView>(1);
        reader.sql(ONE).bind(Bytes.of(task.id())).each(row -> found.add(view(row)));
        if (found.isEmpty()) return null;
        cache.keep(found.getFirst(), stamp);
        return found.getFirst();
    }

    private static Optional<TaskView> owned(AccountId account, @Nullable TaskView view) {
        return Optional.ofNullable(view)
                .filter(found -> found.task().owner().account().equals(account));
    }

    private TaskView view(Row row) {
        var task = new TaskRow(row, names);
        var created = Instant.ofEpochMilli(row.number());
        var finished = row.numberOrNull();
        long price = row.number();
        var first = row.text();
        var result = row.textOrNull();
        var session = row.bytesOrNull();
        var times = new TaskView.Times(created, instant(task.started), instant(finished));
        var asked = Bodies.asked(first, session == null ? null : new SessionId(Bytes.id(session)));
        return new TaskView(
                switch (task.status) {
                    case PENDING, RUNNING, RETRYING, CANCELLED -> task.live();
                    case SUCCEEDED -> task.task(succeeded(price, result));
                    case FAILED -> task.task(failed(result));
                },
                task.progress,
                times,
                asked);
    }

    private static TaskState succeeded(long price, @Nullable String body) {
        if (body == null) throw new IllegalStateException("succeeded without an output");
        return new TaskState.Succeeded(new Credits(price), Bodies.output(body));
    }

    private static TaskState failed(@Nullable String body) {
        if (body == null) throw new IllegalStateException("failed without a reason");
        return new TaskState.Failed(Bodies.failureOf(body));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public CompletableFuture<List<TaskView>> list(AccountId account, TaskFilter filter) {
        return pool.read(reader -> {
            var found = new ArrayList<TaskView>();
            var query = new ListQuery(filter);
            query.bind(reader.sql(COLUMNS + query.from()), account, names)
                    .each(row -> found.add(view(row)));
            return found;
        });
    }

    @Override
    public CompletableFuture<List<LogEntry>> log(
            AccountId account, TaskId task, long after, int limit) {
        return pool.read(reader -> {
            var entries = new ArrayList<LogEntry>();
            reader.named("log")
                    .bind(Bytes.of(task.id()))
                    .bind(account.number())
                    .bind(after)
                    .bind(after)
                    .bind(limit)
                    .each(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private static LogEntry entry(Row row) {
        long change = row.number();
        long sequence = row.number();
        var at = Instant.ofEpochMilli(row.number());
        var kind = TaskEvent.Kind.of(row.integer());
        return new LogEntry(change, sequence, at, kind, row.text());
    }

    @Override
    public CompletableFuture<Long> countLive() {
        return pool.read(reader -> {
            long[] count = new long[1];
            reader.named("count-live").each(row -> count[0] = row.number());
            return count[0];
        });
    }
}
