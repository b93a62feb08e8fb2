package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskPage;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskView;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Reads of tasks. */
public final class SqliteTaskReads implements TaskReads {
    private static final String COLUMNS = "SELECT " + ReadPool.fragment("view-columns");

    private final ReadPool pool;
    private final NameTable names;
    private final ViewCache cache;
    private final Query.Mapping<ViewColumns.Found> mapping;
    private final ReadPool.Question<ViewColumns.Found> one;
    private final ReadPool.Question<ViewColumns.Found> own;
    private final ReadPool.Question<LogColumns.Log> log;
    private final ReadPool.Question<Long> countLive =
            ReadPool.Question.named("count-live", columns -> row -> row.number(1));

    /** One for each shape of a filter, of which there are few. */
    private final Map<String, ReadPool.Question<ViewColumns.Found>> lists =
            new ConcurrentHashMap<>();

    private final ReadPool.Question<LogColumns.Line> entries =
            ReadPool.Question.named("log", LogColumns.Line::over);

    public SqliteTaskReads(ReadPool pool, NameTable names, ViewCache cache) {
        this.pool = pool;
        this.names = names;
        this.cache = cache;
        mapping = columns -> new ViewColumns(columns, names)::read;
        one = ReadPool.Question.sql(
                COLUMNS + " FROM " + ReadPool.fragment("view-tables") + " WHERE t.id=?", mapping);
        own = ReadPool.Question.sql(
                COLUMNS + " FROM " + ReadPool.fragment("view-tables")
                        + " WHERE t.key=? AND t.out_id=?",
                mapping);
        log = ReadPool.Question.named("log-of", columns -> new LogColumns(columns, names)::read);
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

    @Override
    public CompletableFuture<Optional<TaskView>> findOwn(KeyId key, String callersId) {
        return pool.read(reader -> {
            var found = reader.ask(own).bind(key.number()).bind(callersId).first();
            return found == null ? Optional.empty() : Optional.of(found.view());
        });
    }

    private @Nullable TaskView read(ReadPool.Reader reader, TaskId task) {
        long stamp = cache.stamp(task);
        var found = reader.ask(one).bind(Bytes.of(task.id())).first();
        if (found == null) return null;
        cache.keep(found.view(), stamp);
        return found.view();
    }

    private static Optional<TaskView> owned(AccountId account, @Nullable TaskView view) {
        return Optional.ofNullable(view)
                .filter(found -> found.task().owner().account().equals(account));
    }

    @Override
    public CompletableFuture<TaskPage> list(AccountId account, TaskFilter filter) {
        return Places.at(filter.after(), place -> read(account, filter));
    }

    private CompletableFuture<TaskPage> read(AccountId account, TaskFilter filter) {
        return pool.read(reader -> {
            var query = new ListQuery(filter);
            var question = lists.computeIfAbsent(
                    query.from(), from -> ReadPool.Question.sql(COLUMNS + from, mapping));
            // One more than the page has tells whether another page follows.
            int limit = filter.limit();
            var found =
                    query.bind(reader.ask(question), account, names, limit + 1).all();
            var views = found.stream().map(ViewColumns.Found::view).limit(limit).toList();
            int length = TaskPage.fitting(views);
            boolean isLast = length == found.size();
            var next = isLast ? null : Places.of(found.get(length - 1).row());
            return new TaskPage(views.subList(0, length), next);
        });
    }

    @Override
    public CompletableFuture<List<LogEntry>> log(
            AccountId account, TaskId task, long after, int limit) {
        return pool.read(reader -> {
            var known = reader.ask(log)
                    .bind(Bytes.of(task.id()))
                    .bind(account.number())
                    .first();
            if (known == null) return List.of();
            return reader
                    .ask(entries)
                    .bind(known.last())
                    .bind(after)
                    .bind(after)
                    .bind((long) limit)
                    .all()
                    .stream()
                    .map(line -> line.entry(known.header(), known.ties()))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<Long> countLive() {
        return pool.read(reader -> reader.ask(countLive).one());
    }
}
