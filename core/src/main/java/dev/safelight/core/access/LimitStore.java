package dev.safelight.core.access;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.SpentWindow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The limits of accounts, keys and engines, which change while tasks run. A change that somebody
 * makes goes by {@code Registry}, which writes it down with the same commit.
 */
public interface LimitStore {

    /**
     * Sets limits; on disk and in force when it completes. Where they were raised, what waited for
     * them is ready by then. Where they were lowered, what runs goes on and nothing starts before
     * enough of it has ended. A key that gets its first spend limit has spent what its tasks of the
     * last seven days tell.
     */
    CompletableFuture<LimitChange.Outcome> change(LimitChange change);

    /** As of the last commit. */
    CompletableFuture<Optional<AccountLimits>> of(AccountId account);

    /** As of the last commit; empty for a revoked key too. */
    CompletableFuture<Optional<KeyLimits>> of(KeyId key);

    /**
     * The window in which a key has the least left, as of the last commit; empty where none is
     * limited. Answers from memory.
     */
    Optional<SpentWindow> tightest(KeyId key, Instant now);

    /** All that are limited, the shortest first. Answers from memory. */
    List<SpentWindow> windows(KeyId key, Instant now);
}
