package dev.safelight.store.sqlite;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.LimitStore;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.SpentWindow;
import dev.safelight.store.sqlite.reads.LimitReads;
import dev.safelight.store.sqlite.rows.KnownSpending;
import dev.safelight.store.sqlite.writer.Writer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Limits: changed by the writer, read from the rows; what is spent is in memory. */
final class SqliteLimits implements LimitStore {
    private final Writer writer;
    private final LimitReads reads;
    private final KnownSpending spending;

    SqliteLimits(Writer writer, LimitReads reads, KnownSpending spending) {
        this.writer = writer;
        this.reads = reads;
        this.spending = spending;
    }

    @Override
    public CompletableFuture<LimitChange.Outcome> change(LimitChange change) {
        return writer.rare(tx -> tx.limit(change));
    }

    @Override
    public CompletableFuture<Optional<AccountLimits>> of(AccountId account) {
        return reads.of(account);
    }

    @Override
    public CompletableFuture<Optional<KeyLimits>> of(KeyId key) {
        return reads.of(key);
    }

    @Override
    public Optional<SpentWindow> tightest(KeyId key, Instant now) {
        var known = spending.find(key.number());
        return known == null ? Optional.empty() : Optional.ofNullable(known.tightest(now));
    }

    @Override
    public List<SpentWindow> windows(KeyId key, Instant now) {
        var known = spending.find(key.number());
        return known == null ? List.of() : known.windows(now);
    }
}
