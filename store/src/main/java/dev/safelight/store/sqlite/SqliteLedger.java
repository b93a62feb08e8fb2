package dev.safelight.store.sqlite;

import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.ledger.LedgerEntry;
import dev.safelight.core.ledger.Posting;
import dev.safelight.store.sqlite.reads.PostingReads;
import dev.safelight.store.sqlite.reads.SqliteBooks;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** Balances, grants, and what was posted. */
final class SqliteLedger implements Ledger {
    private final Writer writer;
    private final SqliteBooks books;
    private final PostingReads postings;

    SqliteLedger(Writer writer, SqliteBooks books, PostingReads postings) {
        this.writer = writer;
        this.books = books;
        this.postings = postings;
    }

    @Override
    public CompletableFuture<Book> book(AccountId account) {
        return books.book(account);
    }

    @Override
    public CompletableFuture<Book> grant(AccountId account, Credits credits) {
        return writer.rare(tx -> {
            grant(tx, account, credits);
            return tx.books().book(account.number());
        });
    }

    @Override
    public CompletableFuture<Page<LedgerEntry>> postings(
            AccountId account, @Nullable Cursor after, int limit) {
        return postings.list(account, after, limit);
    }

    /** Posts a grant within a batch, and tells the account's feed. */
    static void grant(Transaction tx, AccountId account, Credits credits) {
        long entry = tx.books().post(account.number(), Posting.grant(credits), tx.now());
        tx.events()
                .append(
                        account.number(),
                        Subject.GRANT,
                        entry,
                        tx.now(),
                        FeedJson.granted(credits));
    }
}
