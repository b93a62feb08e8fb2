package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

import java.time.Instant;

/** Reads an account from its row. */
public final class AccountColumns {
    /** What a query of an account called {@code a} selects. */
    static final String SQL = "a.n, a.id, a.name, a.mode, a.slots, a.weight, a.storage, a.created";

    private AccountColumns() {}

    public static Query.Reader<Account> over(Columns columns) {
        int number = columns.at("n");
        int id = columns.at("id");
        int name = columns.at("name");
        int mode = columns.at("mode");
        int created = columns.at("created");
        var limits = limits(columns);
        return row -> new Account(
                new AccountId(row.number(number)),
                new AccountHandle(Bytes.id(row.bytes(id))),
                row.text(name),
                Mode.of(row.integer(mode)),
                limits.read(row),
                Instant.ofEpochMilli(row.number(created)));
    }

    private static Query.Reader<AccountLimits> limits(Columns columns) {
        int slots = columns.at("slots");
        int weight = columns.at("weight");
        int storage = columns.at("storage");
        return row ->
                new AccountLimits(row.integer(slots), row.integer(weight), row.number(storage));
    }
}
