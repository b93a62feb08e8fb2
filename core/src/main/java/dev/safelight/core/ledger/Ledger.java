package dev.safelight.core.ledger;

import dev.safelight.core.id.AccountId;

import java.util.concurrent.CompletableFuture;

/** Reads and grants; holds and their ends are posted by the task store, with the task. */
public interface Ledger {

    /** The account's balances as of the last commit; {@link Book#EMPTY} for an unknown account. */
    CompletableFuture<Book> book(AccountId account);

    /** Adds credits to spend; durable when complete. */
    CompletableFuture<Book> grant(AccountId account, Credits credits);
}
