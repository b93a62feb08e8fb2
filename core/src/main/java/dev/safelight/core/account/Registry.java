package dev.safelight.core.account;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * All accounts, for operators. What an actor does is in one transaction with its audit entry, and
 * durable when complete.
 */
public interface Registry {

    /** Opens a live account. */
    CompletableFuture<ActVerdict<Account>> open(Actor by, NewAccount account);

    /** Newest first. */
    CompletableFuture<Page<Account>> list(@Nullable Cursor after, int limit);

    CompletableFuture<Optional<Account>> find(AccountHandle account);

    CompletableFuture<Optional<Account>> find(AccountId account);

    CompletableFuture<Usage> usage(AccountId account);

    /** Changes limits; what is under way keeps what it has. */
    CompletableFuture<ActVerdict<Account>> change(
            Actor by, AccountHandle account, AccountChange change);

    /** Gives credits to spend; answers the book after it. */
    CompletableFuture<ActVerdict<Book>> grant(Actor by, AccountHandle account, Credits credits);
}
