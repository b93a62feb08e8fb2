package dev.safelight.store.sqlite;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sql.Row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Files by id, and which digests are in use. */
final class SqliteAssets implements Assets {
    private final ReadPool pool;

    SqliteAssets(ReadPool pool) {
        this.pool = pool;
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        return find(id).thenApply(found -> found.filter(asset -> asset.account().equals(account)));
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AssetId id) {
        return pool.read(reader -> {
            var found = new ArrayList<Asset>(1);
            reader.named("asset").bind(Bytes.of(id.id())).each(row -> found.add(asset(row)));
            return found.stream().findFirst();
        });
    }

    private static Asset asset(Row row) {
        var id = new AssetId(Bytes.id(row.bytes()));
        var account = new AccountId(row.number());
        var blob = new Blob(HexFormat.of().formatHex(row.bytes()), row.number());
        var file = new NewAsset(id, blob, row.text(), row.text(), row.text());
        var created = Instant.ofEpochMilli(row.number());
        var expires = row.numberOrNull();
        return new Asset(
                file, account, created, expires == null ? null : Instant.ofEpochMilli(expires));
    }

    @Override
    public CompletableFuture<DigestPage> digests(long after, int limit) {
        return pool.read(reader -> {
            var digests = new ArrayList<String>();
            long[] last = {after};
            reader.named("digests").bind(after).bind(limit).each(row -> {
                last[0] = row.number();
                digests.add(HexFormat.of().formatHex(row.bytes()));
            });
            return new DigestPage(digests, last[0]);
        });
    }
}
