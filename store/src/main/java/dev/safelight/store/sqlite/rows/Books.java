package dev.safelight.store.sqlite.rows;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Posting;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger within a batch: each touched book is read once, decided about in memory and written
 * once; every posting is one entry, chained to the account's last.
 */
public final class Books {
    private final Counters counters;
    private final Query<Stored> read;
    private final Statement write;
    private final Appender<Entry> entries;
    private final Map<Long, Page> pages = new HashMap<>();

    /** A book and the end of its chain of entries. */
    private static final class Page {
        private Book book = Book.EMPTY;
        private long sequence;
        private long last;
        private boolean isPosted;
    }

    /** A row of a book. */
    private record Stored(long account, Book book, long sequence, long last) {}

    /** A row of an entry; {@code previous} is 0 for none. */
    private record Entry(
            long number, long account, long sequence, long previous, Posting posting, Instant at) {}

    public Books(Db db, SqlFile sql, Counters counters) {
        this.counters = counters;
        read = db.query(sql.get("read-books"), Books::stored);
        write = db.prepare(sql.get("write-book"));
        entries = Appender.<Entry>into("entry")
                .number("n", Entry::number)
                .number("account", Entry::account)
                .number("seq", Entry::sequence)
                .numberOrNull("prev", entry -> entry.previous() == 0 ? null : entry.previous())
                .bytes("task", Books::task)
                .number("kind", entry -> entry.posting().kind().code())
                .number("at", entry -> entry.at().toEpochMilli())
                .number("granted", entry -> entry.posting().granted())
                .number("available", entry -> entry.posting().available())
                .number("held", entry -> entry.posting().held())
                .number("spent", entry -> entry.posting().spent())
                .prepare(db);
    }

    private static byte @Nullable [] task(Entry entry) {
        var task = entry.posting().task();
        return task == null ? null : Bytes.of(task);
    }

    private static Query.Reader<Stored> stored(Columns columns) {
        int account = columns.at("account");
        int granted = columns.at("granted");
        int available = columns.at("available");
        int held = columns.at("held");
        int spent = columns.at("spent");
        int sequence = columns.at("seq");
        int last = columns.at("last");
        return row -> new Stored(
                row.number(account),
                new Book(
                        row.number(granted),
                        row.number(available),
                        row.number(held),
                        row.number(spent)),
                row.number(sequence),
                row.number(last));
    }

    /** Reads the books of these accounts that are not open yet. */
    public void open(Collection<Long> accounts) {
        var missing = new ArrayList<Long>();
        for (Long account : accounts) {
            if (pages.putIfAbsent(account, new Page()) == null) missing.add(account);
        }
        InList.each(read, missing, Query::bind, stored -> {
            Page page = page(stored.account());
            page.book = stored.book();
            page.sequence = stored.sequence();
            page.last = stored.last();
        });
    }

    public Book book(long account) {
        return page(account).book;
    }

    private Page page(long account) {
        Page page = pages.get(account);
        if (page == null) {
            open(List.of(account));
            page = pages.get(account);
        }
        if (page == null) throw new IllegalStateException("no page for account " + account);
        return page;
    }

    /** Posts to an account's book; the number of the entry. */
    public long post(long account, Posting posting, Instant now) {
        Page page = page(account);
        page.book = page.book.after(posting);
        long number = counters.nextEntry();
        entries.add(new Entry(number, account, ++page.sequence, page.last, posting, now));
        page.last = number;
        page.isPosted = true;
        return number;
    }

    public void flush() {
        entries.flush();
        pages.forEach(this::write);
        pages.clear();
    }

    private void write(long account, Page page) {
        // Many are only looked at: a replay, a refusal, a report that changes no credits.
        if (!page.isPosted) return;
        var book = page.book;
        write.bind(account).bind(book.granted()).bind(book.available()).bind(book.held());
        write.bind(book.spent()).bind(page.sequence).bind(page.last).runOne();
    }

    public void clear() {
        entries.clear();
        pages.clear();
    }
}
