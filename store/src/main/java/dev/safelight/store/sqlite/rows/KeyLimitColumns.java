package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

/** Reads what a key may do from its row. */
public final class KeyLimitColumns {
    private KeyLimitColumns() {}

    public static Query.Reader<KeyLimits> over(Columns columns) {
        int slots = columns.at("slots");
        int submits = columns.at("submits");
        int reads = columns.at("reads");
        var spend = spend(columns);
        return row -> new KeyLimits(
                row.integer(slots), row.integer(submits), row.integer(reads), spend.read(row));
    }

    static Query.Reader<SpendLimits> spend(Columns columns) {
        int fiveHours = columns.at("spend_5h");
        int oneDay = columns.at("spend_1d");
        int sevenDays = columns.at("spend_7d");
        return row -> new SpendLimits(
                new Credits(row.number(fiveHours)),
                new Credits(row.number(oneDay)),
                new Credits(row.number(sevenDays)));
    }
}
