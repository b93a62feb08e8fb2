package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.AssetColumns;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.InList;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Files by id, and which digests are in use. */
public final class SqliteAssets implements Assets {
    private static final ReadPool.Question<Asset> ASSET =
            ReadPool.Question.named("asset", AssetColumns::over);
    private static final ReadPool.Question<Asset> ASSETS =
            ReadPool.Question.named("assets", AssetColumns::over);
    private static final ReadPool.Question<Digest> DIGESTS =
            ReadPool.Question.named("digests", Digest::over);
    private static final ReadPool.Question<Digest> RENDITION_DIGESTS =
            ReadPool.Question.named("rendition-digests", Digest::over);

    private final ReadPool pool;

    private record Digest(long row, String hex) {
        static Query.Reader<Digest> over(Columns columns) {
            int number = columns.at("n");
            int digest = columns.at("digest");
            return row -> new Digest(row.number(number), Bytes.hex(row.bytes(digest)));
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

    /** Files first, at even places; then renditions, at odd ones. */
    @Override
    public CompletableFuture<DigestPage> digests(Instant alive, @Nullable Cursor after, int limit) {
        return Places.at(
                after,
                place -> pool.read(reader -> place % 2 == 0
                        ? ofFiles(reader, alive, place / 2, limit)
                        : ofRenditions(reader, place / 2, limit)));
    }

    private static DigestPage ofFiles(
            ReadPool.Reader reader, Instant alive, long after, int limit) {
        var query = reader.ask(DIGESTS).bind(after).bind(alive.toEpochMilli());
        var found = query.bind((long) limit).all();
        boolean isLast = found.size() < limit;
        return page(found, Places.of(isLast ? 1 : found.getLast().row() * 2));
    }

    /** What goes after a day has none, so that they count whatever the moment is. */
    private static DigestPage ofRenditions(ReadPool.Reader reader, long after, int limit) {
        var query = reader.ask(RENDITION_DIGESTS).bind(after / 2).bind(after % 2);
        var found = query.bind((long) limit).all();
        boolean isLast = found.size() < limit;
        return page(found, isLast ? null : Places.of(found.getLast().row() * 2 + 1));
    }

    private static DigestPage page(List<Digest> found, @Nullable Cursor next) {
        return new DigestPage(found.stream().map(Digest::hex).toList(), next);
    }
}
