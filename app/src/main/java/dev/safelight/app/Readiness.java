package dev.safelight.app;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.StoreFault;
import dev.safelight.store.sqlite.SqliteStore;

import java.util.concurrent.CompletableFuture;

/** Whether the store takes writes and answers reads. */
record Readiness(SqliteStore store) {
    /** Has no book: looking for it costs one step into an index, however much is stored. */
    private static final AccountId NOBODY = new AccountId(0);

    CompletableFuture<?> probe() {
        if (store.isHealthy()) return store.ledger().book(NOBODY);
        return CompletableFuture.failedFuture(
                new StoreFault(StoreFault.Kind.BROKEN, "the store cannot be written"));
    }
}
