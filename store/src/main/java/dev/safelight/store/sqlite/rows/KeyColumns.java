package dev.safelight.store.sqlite.rows;

import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

import java.time.Instant;

/** Reads a key as its account sees it. */
public final class KeyColumns {
    /** What a query of a key called {@code k} and its account {@code a} selects. */
    static final String SQL = "k.n, k.id, k.account, k.hint, k.label, k.scopes, k.slots,"
            + " k.submits, k.reads, k.spend_5h, k.spend_1d, k.spend_7d, k.created, k.rotated,"
            + " k.revoked, a.mode, a.name AS owner";

    private KeyColumns() {}

    public static Query.Reader<ApiKey> over(Columns columns) {
        var holder = HolderColumns.over(columns);
        int id = columns.at("id");
        int hint = columns.at("hint");
        int label = columns.at("label");
        var limits = KeyLimitColumns.over(columns);
        var life = life(columns);
        return row -> new ApiKey(
                new KeyHandle(Bytes.id(row.bytes(id))),
                holder.read(row),
                limits.read(row),
                row.text(label),
                row.text(hint),
                life.read(row));
    }

    private static Query.Reader<ApiKey.Life> life(Columns columns) {
        int created = columns.at("created");
        int rotated = columns.at("rotated");
        int revoked = columns.at("revoked");
        return row -> {
            Long changed = row.numberOrNull(rotated);
            Long ended = row.numberOrNull(revoked);
            return new ApiKey.Life(
                    Instant.ofEpochMilli(row.number(created)),
                    changed == null ? null : Instant.ofEpochMilli(changed),
                    ended == null ? null : Instant.ofEpochMilli(ended));
        };
    }
}
