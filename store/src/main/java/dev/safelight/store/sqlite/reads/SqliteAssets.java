package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.InList;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Files by id, and which digests are in use. */
public final class SqliteAssets implements Assets {
    private static final ReadPool.Question<Asset> ASSET =
            ReadPool.Question.named("asset", SqliteAssets::asset);
    private static final ReadPool.Question<Asset> ASSETS =
            ReadPool.Question.named("assets", SqliteAssets::asset);
    private static final ReadPool.Question<Digest> DIGESTS =
            ReadPool.Question.named("digests", Digest::over);

    private final ReadPool pool;

    private record Digest(long row, String hex) {
        static Query.Reader<Digest> over(Columns columns) {
            int number = columns.at("n");
            int digest = columns.at("digest");
            return row ->
                    new Digest(row.number(number), HexFormat.of().formatHex(row.bytes(digest)));
        }
    }

    public SqliteAssets(ReadPool pool) {
        this.pool = pool;
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        return find(id).thenApply(found -> found.filter(asset -> asset.account().equals(account)));
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AssetId id) {
        return pool.read(reader ->
                Optional.ofNullable(reader.ask(ASSET).bind(Bytes.of(id.id())).first()));
    }

    @Override
    public CompletableFuture<List<Asset>> findAll(AccountId account, Set<AssetId> ids) {
        return pool.read(reader -> {
            var found = new ArrayList<Asset>();
            InList.each(
                    reader.ask(ASSETS),
                    List.copyOf(ids),
                    query -> query.bind(account.number()),
                    (query, id) -> query.bind(Bytes.of(id.id())),
                    found::add);
            return found;
        });
    }

    private static Query.Reader<Asset> asset(Columns columns) {
        int id = columns.at("id");
        int account = columns.at("account");
        int digest = columns.at("digest");
        int bytes = columns.at("bytes");
        int type = columns.at("type");
        int name = columns.at("name");
        int meta = columns.at("meta");
        int created = columns.at("created");
        int maker = columns.at("maker");
        int expires = columns.at("expires");
        return row -> {
            var blob = new Blob(HexFormat.of().formatHex(row.bytes(digest)), row.number(bytes));
            Long end = row.numberOrNull(expires);
            var file = new NewAsset(
                    new AssetId(Bytes.id(row.bytes(id))),
                    blob,
                    row.text(type),
                    row.text(name),
                    row.text(meta),
                    end == null ? null : Instant.ofEpochMilli(end));
            byte[] madeBy = row.bytesOrNull(maker);
            return new Asset(
                    file,
                    new AccountId(row.number(account)),
                    Instant.ofEpochMilli(row.number(created)),
                    madeBy == null ? null : Bytes.id(madeBy));
        };
    }

    @Override
    public CompletableFuture<DigestPage> digests(Instant alive, @Nullable Cursor after, int limit) {
        long from = after == null ? 0 : Places.row(after);
        return pool.read(reader -> {
            var found = reader.ask(DIGESTS)
                    .bind(from)
                    .bind(alive.toEpochMilli())
                    .bind((long) limit)
                    .all();
            var next = found.size() < limit ? null : Places.of(found.getLast().row());
            return new DigestPage(found.stream().map(Digest::hex).toList(), next);
        });
    }
}
