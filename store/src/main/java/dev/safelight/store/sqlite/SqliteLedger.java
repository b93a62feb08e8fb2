package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.ledger.Posting;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** Balances, and grants. */
final class SqliteLedger implements Ledger {
    private final Writer writer;
    private final ReadPool pool;

    SqliteLedger(Writer writer, ReadPool pool) {
        this.writer = writer;
        this.pool = pool;
    }

    @Override
    public CompletableFuture<Book> book(AccountId account) {
        return pool.read(reader -> {
            var books = new ArrayList<Book>(1);
            reader.named("book")
                    .bind(account.number())
                    .each(row -> books.add(
                            new Book(row.number(), row.number(), row.number(), row.number())));
            return books.isEmpty() ? Book.EMPTY : books.getFirst();
        });
    }

    @Override
    public CompletableFuture<Book> grant(AccountId account, Credits credits) {
        return writer.errand(connection -> {
            var tx = connection.tx;
            tx.books.post(account.number(), null, Posting.grant(credits), tx.now());
            return tx.books.book(account.number());
        });
    }
}
