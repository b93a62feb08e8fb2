package dev.safelight.core.ledger;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** Reads and grants; holds and their ends are posted by the task store, with the task. */
public interface Ledger {

    /** The account's balances as of the last commit; {@link Book#EMPTY} for an unknown account. */
    CompletableFuture<Book> book(AccountId account);

    /** Adds credits to spend; durable when complete. */
    CompletableFuture<Book> grant(AccountId account, Credits credits);

    /** What was posted, newest first. */
    CompletableFuture<Page<LedgerEntry>> postings(
            AccountId account, @Nullable Cursor after, int limit);
}
