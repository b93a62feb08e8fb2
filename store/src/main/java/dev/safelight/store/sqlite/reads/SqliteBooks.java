package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.ledger.Book;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

import java.util.concurrent.CompletableFuture;

/** Balances as of the last commit. */
public final class SqliteBooks {
    private static final ReadPool.Question<Book> BOOK =
            ReadPool.Question.named("book", SqliteBooks::book);

    private final ReadPool pool;

    public SqliteBooks(ReadPool pool) {
        this.pool = pool;
    }

    /** {@link Book#EMPTY} for an unknown account. */
    public CompletableFuture<Book> book(AccountId account) {
        return pool.read(reader -> {
            var book = reader.ask(BOOK).bind(account.number()).first();
            return book == null ? Book.EMPTY : book;
        });
    }

    private static Query.Reader<Book> book(Columns columns) {
        int granted = columns.at("granted");
        int available = columns.at("available");
        int held = columns.at("held");
        int spent = columns.at("spent");
        return row -> new Book(
                row.number(granted), row.number(available), row.number(held), row.number(spent));
    }
}
