package dev.safelight.core.account;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * All accounts, and the limits of everything, for operators. A limit is in force when a change of
 * it is complete: where it was raised, what waited for it is ready by then; where it was lowered,
 * what runs goes on. What an actor does is in one transaction with its audit entry, and
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

    /** Changes an account's limits. */
    CompletableFuture<ActVerdict<Account>> change(
            Actor by, AccountHandle account, AccountChange change);

    /** Changes the limits of a key of whatever account. */
    CompletableFuture<ActVerdict<ApiKey>> change(Actor by, KeyHandle key, KeyChange change);

    /**
     * Limits an engine, over all accounts; answers its slots.
     *
     * @param engine null for one that is not here: that it was asked for is written down
     * @param slots tasks that it may have at once; 0 means as many as its workers take
     */
    CompletableFuture<ActVerdict<Integer>> change(Actor by, @Nullable EngineName engine, int slots);

    /** The slots of the engines that are limited. */
    CompletableFuture<Map<EngineName, Integer>> engines();

    /** Gives credits to spend; answers the book after it. */
    CompletableFuture<ActVerdict<Book>> grant(Actor by, AccountHandle account, Credits credits);
}
