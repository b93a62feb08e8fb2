package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.search.FileOrigin;
import dev.safelight.core.search.SearchIndex.FileVectors;
import dev.safelight.core.search.SearchIndex.Part;
import dev.safelight.core.search.SearchIndex.Unread;
import dev.safelight.core.search.SearchIndex.VectorPage;
import dev.safelight.core.search.Vectors;
import dev.safelight.core.search.WordQuery;
import dev.safelight.core.task.EventJson;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.IndexPlace;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.rows.SearchTable;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** What is to be indexed, and what is found. */
public final class SearchReads {
    private static final ReadPool.Question<Stored> UPLOADS =
            ReadPool.Question.named("unindexed-uploads", SearchReads::stored);
    private static final ReadPool.Question<Stored> MADE =
            ReadPool.Question.named("unindexed-made", SearchReads::stored);
    private static final ReadPool.Question<AssetId> WITH_WORDS = ReadPool.Question.named(
            "with-words", columns -> row -> new AssetId(Bytes.id(row.bytes(1))));
    private static final ReadPool.Question<Placed> VECTORS =
            ReadPool.Question.named("vectors", SearchReads::placed);

    private final ReadPool pool;

    /** A stored file by its number; null for one that is not to be found. */
    private record Stored(long number, @Nullable FileOrigin file) {}

    private record Placed(long place, FileVectors file) {}

    public SearchReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<Unread> unread(Part part, int limit) {
        return pool.read(reader -> {
            long lane = IndexPlace.uploads(part);
            var uploads = reader.ask(UPLOADS).bind(lane).bind((long) limit).all();
            if (!uploads.isEmpty()) return unread(lane, uploads);
            lane = IndexPlace.made(part);
            var made = reader.ask(MADE).bind(lane).bind((long) limit).all();
            return made.isEmpty() ? new Unread(List.of(), null) : unread(lane, made);
        });
    }

    private static Unread unread(long lane, List<Stored> found) {
        var files = found.stream().map(Stored::file).filter(Objects::nonNull).toList();
        var last = new IndexPlace(lane, found.getLast().number());
        return new Unread(files, last.cursor());
    }

    private static Query.Reader<Stored> stored(Columns columns) {
        int number = columns.at("n");
        int id = columns.at("id");
        int account = columns.at("account");
        int name = columns.at("name");
        int transcript = columns.at("transcript");
        int wanted = columns.at("wanted");
        int key = columns.at("key");
        int body = columns.at("body");
        return row -> {
            if (row.integer(wanted) == 0) return new Stored(row.number(number), null);
            var file = new FileOrigin(
                    new AssetId(Bytes.id(row.bytes(id))),
                    new AccountId(row.number(account)),
                    key(row.numberOrNull(key)),
                    row.text(name),
                    input(row.textOrNull(body)),
                    row.textOrNull(transcript));
            return new Stored(row.number(number), file);
        };
    }

    private static @Nullable KeyId key(@Nullable Long number) {
        return number == null ? null : new KeyId(number);
    }

    private static @Nullable JsonNode input(@Nullable String body) {
        if (body == null) return null;
        var input = EventJson.input(body, EventJson.Ties.NONE);
        return JsonMapper.shared().readTree(input.json());
    }

    public CompletableFuture<List<AssetId>> withWords(
            AccountId account, @Nullable KeyId maker, WordQuery words, int limit) {
        var match = SearchTable.match(account, maker, words);
        return pool.read(
                reader -> reader.ask(WITH_WORDS).bind(match).bind((long) limit).all());
    }

    public CompletableFuture<VectorPage> vectors(
            AccountId account, @Nullable Cursor after, int limit) {
        return Places.at(
                after,
                place -> pool.read(reader -> {
                    var query = reader.ask(VECTORS).bind(account.number()).bind(place);
                    return page(query.bind((long) limit).all(), after, limit);
                }));
    }

    private static VectorPage page(List<Placed> found, @Nullable Cursor after, int limit) {
        var next = found.isEmpty() ? after : Places.of(found.getLast().place());
        var files = found.stream().map(Placed::file).toList();
        return new VectorPage(files, next, found.size() < limit);
    }

    private static Query.Reader<Placed> placed(Columns columns) {
        int place = columns.at("place");
        int id = columns.at("id");
        int key = columns.at("key");
        int vectors = columns.at("vectors");
        int again = columns.at("again");
        return row -> {
            var file = new FileVectors(
                    new AssetId(Bytes.id(row.bytes(id))),
                    key(row.numberOrNull(key)),
                    Vectors.of(row.bytes(vectors)),
                    row.integer(again) == 0);
            return new Placed(row.number(place), file);
        };
    }
}
