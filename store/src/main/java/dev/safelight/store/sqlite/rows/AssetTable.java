package dev.safelight.store.sqlite.rows;

import dev.safelight.core.asset.NewAsset;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The rows of files. */
public final class AssetTable {
    private final Counters counters;
    private final Appender<Inserted> rows;

    private record Inserted(long number, long account, long task, NewAsset asset, Instant at) {}

    public AssetTable(Db db, Counters counters) {
        this.counters = counters;
        rows = Appender.<Inserted>into("asset")
                .number("n", Inserted::number)
                .bytes("id", row -> Bytes.of(row.asset().id().id()))
                .number("account", Inserted::account)
                .number("task", Inserted::task)
                .bytes("digest", AssetTable::digest)
                .number("bytes", row -> row.asset().blob().bytes())
                .text("type", row -> row.asset().contentType())
                .text("name", row -> row.asset().name())
                .text("meta", row -> row.asset().facts())
                .number("created", row -> row.at().toEpochMilli())
                .numberOrNull("expires", AssetTable::expires)
                .prepare(db);
    }

    private static byte[] digest(Inserted row) {
        return Bytes.ofHex(row.asset().blob().sha256());
    }

    private static @Nullable Long expires(Inserted row) {
        var expires = row.asset().expires();
        return expires == null ? null : expires.toEpochMilli();
    }

    /** Adds the files that a task made; {@code task} is its row. */
    public void add(long account, long task, List<NewAsset> made, Instant now) {
        for (var asset : made)
            rows.add(new Inserted(counters.nextAsset(), account, task, asset, now));
    }

    public void flush() {
        rows.flush();
    }

    public void clear() {
        rows.clear();
    }
}
