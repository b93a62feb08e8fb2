package dev.safelight.store.sqlite.rows;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

import java.time.Instant;

/** Reads a file from its row. */
public final class AssetColumns {
    /** What a query of a file called {@code a} selects, {@code t} its task if it has one. */
    static final String SQL = "a.n, a.id, a.account, a.digest, a.bytes, a.type, a.name, a.meta,"
            + " a.created, a.expires, t.id AS maker";

    private AssetColumns() {}

    public static Query.Reader<Asset> over(Columns columns) {
        int account = columns.at("account");
        int created = columns.at("created");
        int maker = columns.at("maker");
        var file = file(columns);
        return row -> {
            byte[] madeBy = row.bytesOrNull(maker);
            return new Asset(
                    file.read(row),
                    new AccountId(row.number(account)),
                    Instant.ofEpochMilli(row.number(created)),
                    madeBy == null ? null : Bytes.id(madeBy));
        };
    }

    private static Query.Reader<NewAsset> file(Columns columns) {
        int id = columns.at("id");
        int type = columns.at("type");
        int name = columns.at("name");
        int meta = columns.at("meta");
        int expires = columns.at("expires");
        var blob = blob(columns);
        return row -> {
            Long end = row.numberOrNull(expires);
            return new NewAsset(
                    new AssetId(Bytes.id(row.bytes(id))),
                    blob.read(row),
                    row.text(type),
                    row.text(name),
                    row.text(meta),
                    end == null ? null : Instant.ofEpochMilli(end));
        };
    }

    /** Reads what is stored under a digest. */
    public static Query.Reader<Blob> blob(Columns columns) {
        int digest = columns.at("digest");
        int bytes = columns.at("bytes");
        return row -> new Blob(Bytes.hex(row.bytes(digest)), row.number(bytes));
    }
}
