package dev.safelight.store.sqlite.reads;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.rows.TaskColumns;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * An account's log, read along the log of all: a stretch of it at a time, for it has no index by
 * account (ADR 13). What is decided is in order and never changes, so a place is a number of it.
 */
public final class SqliteFeed implements Feed {
    private static final ReadPool.Question<Long> END =
            ReadPool.Question.named("feed-end", columns -> row -> row.number(1));

    private static final ReadPool.Question<Long> MARK =
            ReadPool.Question.named("log-mark", columns -> row -> row.number(1));
    private static final ReadPool.Question<Long> NEXT_AT =
            ReadPool.Question.named("feed-next-at", columns -> row -> row.number(1));

    private final ReadPool pool;
    private final Stretches<Weighed> entries;

    /** An entry and the length of its body, which may be that of a whole request. */
    private record Weighed(FeedEntry entry, int length) {
        private Cursor place() {
            return entry.cursor();
        }
    }

    /** What a read finds: a page, or why there is none. */
    private sealed interface Found {}

    private record Read(FeedPage page) implements Found {}

    private record Passed(long mark) implements Found {}

    private record BeyondEnd() implements Found {}

    /**
     * @param stretch how much of the log of all one read looks at
     */
    public SqliteFeed(ReadPool pool, NameTable names, long stretch) {
        this.pool = pool;
        ReadPool.Question<Weighed> question =
                ReadPool.Question.named("feed", columns -> reader(columns, names));
        var shape = new Stretches.Shape<>(Weighed::place, Weighed::length);
        entries = new Stretches<>(pool, question, END, shape, stretch);
    }

    private static Query.Reader<Weighed> reader(Columns columns, NameTable names) {
        int change = columns.at("change");
        int at = columns.at("at");
        int subject = columns.at("subject");
        int body = columns.at("body");
        var ofTask = ofTask(columns, names);
        var ofOther = ofOther(columns);
        return row -> {
            boolean isOfTask = Subject.of(row.integer(subject)) == Subject.TASK;
            var event = (isOfTask ? ofTask : ofOther).read(row);
            var moment = Instant.ofEpochMilli(row.number(at));
            String text = row.textOrNull(body);
            return new Weighed(
                    new FeedEntry(Places.of(row.number(change)), moment, event),
                    text == null ? 0 : text.length());
        };
    }

    private static Query.Reader<FeedEvent> ofOther(Columns columns) {
        int subject = columns.at("subject");
        int body = columns.at("body");
        int handle = columns.at("handle");
        return row -> {
            var about = Subject.of(row.integer(subject));
            return about == Subject.KEY
                    ? FeedJson.ofKey(row.text(body), new KeyHandle(Bytes.id(row.bytes(handle))))
                    : FeedJson.read(about, row.text(body));
        };
    }

    private static Query.Reader<FeedEvent> ofTask(Columns columns, NameTable names) {
        var task = new TaskColumns(columns, names);
        var ties = new TieColumns(columns);
        var line = LogColumns.Line.over(columns);
        return row -> {
            var header = task.header(row);
            var entry = line.read(row).entry(header, ties.read(row));
            return new FeedEvent.TaskChanged(header.id(), entry);
        };
    }

    @Override
    public CompletableFuture<FeedPage> read(AccountId account, @Nullable Cursor after, int limit) {
        return Places.at(
                after,
                from -> pool.read(reader -> after == null
                                ? earliest(reader, account, limit)
                                : find(reader, account, from, limit))
                        .thenCompose(found -> told(found, after)));
    }

    private Found earliest(ReadPool.Reader reader, AccountId account, int limit) {
        long mark = mark(reader, account);
        var found = find(reader, account, mark, limit);
        // Retention went on in between.
        while (found instanceof Passed(long later)) found = find(reader, account, later, limit);
        return found;
    }

    private Found find(ReadPool.Reader reader, AccountId account, long from, int limit) {
        var page = entries.page(reader, account.number(), from, limit);
        if (page.isEmpty()) return new BeyondEnd();
        // After the rows: what is removed while they are read is no gap that nobody hears of.
        long mark = mark(reader, account);
        if (from < mark) return new Passed(mark);
        var rows = page.get().rows().stream().map(Weighed::entry).toList();
        return new Read(new FeedPage(rows, page.get().next(), page.get().isLast()));
    }

    private static long mark(ReadPool.Reader reader, AccountId account) {
        return reader.ask(MARK).bind(account.number()).one();
    }

    private static CompletableFuture<FeedPage> told(Found found, @Nullable Cursor after) {
        return switch (found) {
            case Read(var page) -> CompletableFuture.completedFuture(page);
            case Passed(long mark) ->
                CompletableFuture.failedFuture(new PassedCursor(Places.of(mark)));
            case BeyondEnd() ->
                CompletableFuture.failedFuture(
                        new UnknownCursor(after == null ? Places.of(0) : after));
        };
    }

    @Override
    public CompletableFuture<Cursor> before(Instant moment) {
        long at = moment.toEpochMilli();
        return pool.read(reader -> Places.of(before(reader, at)));
    }

    /** Where the next entry is no earlier: entries are in the order of their moments. */
    private static long before(ReadPool.Reader reader, long at) {
        long low = 0;
        long high = reader.ask(END).one();
        while (low < high) {
            long middle = (low + high) >>> 1;
            Long next = reader.ask(NEXT_AT).bind(middle).first();
            if (next == null || next >= at) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    @Override
    public CompletableFuture<Cursor> end() {
        return pool.read(reader -> Places.of(reader.ask(END).one()));
    }
}
