package dev.safelight.store.sqlite;

import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Posting;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;
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
final class Books {
    private final Counters counters;
    private final Statement read;
    private final Statement write;
    private final Appender entries;
    private final Map<Long, Page> pages = new HashMap<>();

    /** A book and the end of its chain of entries. */
    private static final class Page {
        private Book book = Book.EMPTY;
        private long sequence;
        private long last;
    }

    Books(Db db, SqlFile sql, Counters counters) {
        this.counters = counters;
        read = db.prepare(sql.get("read-books"));
        write = db.prepare(sql.get("write-book"));
        entries = new Appender(
                db,
                "entry",
                "n",
                "account",
                "seq",
                "prev",
                "task",
                "kind",
                "at",
                "granted",
                "available",
                "held",
                "spent");
    }

    /** Reads the books of these accounts that are not open yet. */
    void open(Collection<Long> accounts) {
        var missing = new ArrayList<Long>();
        for (Long account : accounts) {
            if (pages.putIfAbsent(account, new Page()) == null) missing.add(account);
        }
        InList.each(read, missing, Statement::bind, row -> {
            Page page = page(row.number());
            page.book = new Book(row.number(), row.number(), row.number(), row.number());
            page.sequence = row.number();
            page.last = row.number();
        });
    }

    Book book(long account) {
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

    /** Posts to an account's book, for a task or for none. */
    void post(long account, @Nullable Id task, Posting posting, Instant now) {
        Page page = page(account);
        page.book = page.book.after(posting);
        long number = counters.nextEntry();
        long sequence = ++page.sequence;
        Long previous = page.last == 0 ? null : page.last;
        page.last = number;
        entries.add(row -> {
            row.bind(number).bind(account).bind(sequence).bind(previous);
            if (task == null) row.bindNull();
            else row.bind(Bytes.of(task));
            row.bind(posting.kind().code()).bind(now.toEpochMilli());
            row.bind(posting.granted()).bind(posting.available());
            row.bind(posting.held()).bind(posting.spent());
        });
    }

    void flush() {
        entries.flush();
        pages.forEach(this::write);
        pages.clear();
    }

    private void write(long account, Page page) {
        if (page.sequence == 0) return;
        var book = page.book;
        write.bind(account).bind(book.granted()).bind(book.available()).bind(book.held());
        write.bind(book.spent()).bind(page.sequence).bind(page.last).runOne();
    }

    void clear() {
        entries.clear();
        pages.clear();
    }
}
