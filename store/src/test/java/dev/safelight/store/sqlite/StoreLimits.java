package dev.safelight.store.sqlite;

import dev.safelight.store.sqlite.reads.ReadPool;

/** Limits of a store under test, which nothing reaches by accident. */
public final class StoreLimits {
    public static final StoreSettings.Limits ROOMY = new StoreSettings.Limits(
            new StoreSettings.Writes(20_000, 2_000_000, 65_536, 100_000),
            new StoreSettings.Reads(1, 4, 20_000, 20_000_000, 32L << 20, 50_000));

    private StoreLimits() {}

    /** Those of reads alone. */
    public static ReadPool.Limits reads() {
        return SqliteStore.limits(ROOMY.reads());
    }
}
