package dev.safelight.server.dialect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.id.AccountId;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Rows that are dropped before they change: those in use stay in memory, and are there for their
 * owner alone.
 */
final class OwnedRows<K, V> {
    private static final int MOST = 10_000;

    private final Function<V, AccountId> owner;
    private final Cache<K, V> rows =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    OwnedRows(Function<V, AccountId> owner) {
        this.owner = owner;
    }

    /** What is in memory of the account's. */
    Optional<V> get(AccountId account, K id) {
        return Optional.ofNullable(rows.getIfPresent(id))
                .filter(row -> owner.apply(row).equals(account));
    }

    void put(K id, V row) {
        rows.put(id, row);
    }

    void drop(K id) {
        rows.invalidate(id);
    }

    /** Looks it up where it is not in memory; empty when it is absent or another account's. */
    CompletableFuture<Optional<V>> find(
            AccountId account,
            K id,
            BiFunction<AccountId, K, CompletableFuture<Optional<V>>> look) {
        var row = get(account, id);
        if (row.isPresent()) return CompletableFuture.completedFuture(row);
        return look.apply(account, id).thenApply(found -> {
            found.ifPresent(own -> put(id, own));
            return found;
        });
    }
}
