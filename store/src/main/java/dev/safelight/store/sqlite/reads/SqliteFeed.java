package dev.safelight.store.sqlite.reads;

import dev.safelight.core.feed.Feed;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
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

    private final ReadPool pool;
    private final Stretches<FeedEntry> entries;

    /**
     * @param stretch how much of the log of all one read looks at
     */
    public SqliteFeed(ReadPool pool, NameTable names, long stretch) {
        this.pool = pool;
        ReadPool.Question<FeedEntry> question =
                ReadPool.Question.named("feed", columns -> reader(columns, names));
        entries = new Stretches<>(pool, question, END, FeedEntry::cursor, stretch);
    }

    private static Query.Reader<FeedEntry> reader(Columns columns, NameTable names) {
        int change = columns.at("change");
        int at = columns.at("at");
        int subject = columns.at("subject");
        int body = columns.at("body");
        var ofTask = ofTask(columns, names);
        return row -> {
            var about = Subject.of(row.integer(subject));
            var event =
                    about == Subject.TASK ? ofTask.read(row) : FeedJson.read(about, row.text(body));
            var moment = Instant.ofEpochMilli(row.number(at));
            return new FeedEntry(Places.of(row.number(change)), moment, event);
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
        return entries.read(account, after, limit)
                .thenApply(page -> new FeedPage(page.rows(), page.next(), page.isLast()));
    }

    @Override
    public CompletableFuture<Cursor> end() {
        return pool.read(reader -> Places.of(reader.ask(END).one()));
    }
}
