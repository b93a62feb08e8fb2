package dev.safelight.store.sqlite.files;

import dev.safelight.core.id.AccountId;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

/** How many bytes the files take that an account has brought, as of this point of the batch. */
public final class StorageTable {
    private final Query<Long> read;
    private final Statement add;
    private final Statement giveBack;

    StorageTable(Db db, SqlFile sql) {
        read = db.numbers(sql.get("read-storage"));
        add = db.prepare(sql.get("add-storage"));
        giveBack = db.prepare(sql.get("give-back-storage"));
    }

    public long used(AccountId account) {
        Long bytes = read.bind(account.number()).first();
        return bytes == null ? 0 : bytes;
    }

    /** Counts bytes that have come. */
    public void add(AccountId account, long bytes) {
        add.bind(account.number()).bind(bytes).runOne();
    }

    /** Counts bytes no more that were counted. */
    public void giveBack(AccountId account, long bytes) {
        giveBack.bind(bytes).bind(account.number()).runOne();
    }
}
