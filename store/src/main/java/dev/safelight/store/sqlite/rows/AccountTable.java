package dev.safelight.store.sqlite.rows;

import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

/** The rows of accounts. None is ever deleted, so numbers go up by one. */
public final class AccountTable {
    private final Query<Long> next;
    private final Query<Long> first;
    private final Statement insert;
    private final Query<Account> find;
    private final Query<Account> read;
    private final Query<Account> twin;
    private final Query<Long> keeper;

    public AccountTable(Db db, SqlFile sql) {
        next = db.numbers(sql.get("next-account"));
        first = db.numbers(sql.get("first-live-account"));
        insert = db.prepare(sql.get("insert-account"));
        find = db.query(sql.get("find-account"), AccountColumns::over);
        read = db.query(sql.get("read-account"), AccountColumns::over);
        twin = db.query(sql.get("find-twin"), AccountColumns::over);
        keeper = db.numbers(sql.get("who-looks-after"));
    }

    /** The number of the account that is inserted next: its id's bucket follows from it. */
    public AccountId next() {
        return new AccountId(next.one());
    }

    /**
     * Adds an account.
     *
     * @param live whose twin it is, or null
     */
    public void insert(Account account, @Nullable AccountId live) {
        var limits = account.limits();
        insert.bind(account.number().number()).bind(Bytes.of(account.handle().id()));
        insert.bind(account.name()).bind((long) account.mode().code());
        insert.bind(live == null ? null : (Long) live.number());
        insert.bind((long) limits.slots()).bind((long) limits.weight());
        insert.bind(limits.storageBytes())
                .bind(account.created().toEpochMilli())
                .runOne();
    }

    /** The live account that was opened first: there must be one. */
    public AccountId firstLive() {
        return new AccountId(first.one());
    }

    public @Nullable Account find(AccountHandle handle) {
        return find.bind(Bytes.of(handle.id())).first();
    }

    /** An account that must be there. */
    public Account read(AccountId account) {
        return read.bind(account.number()).one();
    }

    /** Whose keys see it: the account itself, or the live one whose twin it is. */
    public AccountId whoLooksAfter(AccountId account) {
        return new AccountId(keeper.bind(account.number()).one());
    }

    /** The test account of a live one, or null while it has none. */
    public @Nullable Account twin(AccountId live) {
        return twin.bind(live.number()).first();
    }
}
