package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

/** Reads whom a key stands for from its row and its account's. */
final class HolderColumns {
    private HolderColumns() {}

    static Query.Reader<Principal> over(Columns columns) {
        int number = columns.at("n");
        int account = columns.at("account");
        int scopes = columns.at("scopes");
        int submits = columns.at("submits");
        int reads = columns.at("reads");
        int mode = columns.at("mode");
        int label = columns.at("label");
        int owner = columns.at("owner");
        return row -> new Principal(
                new AccountId(row.number(account)),
                new KeyId(row.number(number)),
                Mode.of(row.integer(mode)),
                Scope.read(row.text(scopes)),
                new Principal.Rates(row.integer(submits), row.integer(reads)),
                new Principal.Names(row.text(label), row.text(owner)));
    }
}
