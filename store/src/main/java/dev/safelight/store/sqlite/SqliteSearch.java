package dev.safelight.store.sqlite;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.search.IndexedFile;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.search.WordQuery;
import dev.safelight.store.sqlite.reads.SearchReads;
import dev.safelight.store.sqlite.rows.IndexPlace;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.rows.SearchTable;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The index of files: written within batches, read beside the writer. */
final class SqliteSearch implements SearchIndex {
    private final Writer writer;
    private final SearchReads reads;

    SqliteSearch(Writer writer, SearchReads reads) {
        this.writer = writer;
        this.reads = reads;
    }

    @Override
    public CompletableFuture<Unread> unread(Part part, int limit) {
        return reads.unread(part, limit);
    }

    @Override
    public CompletableFuture<Void> add(List<? extends IndexedFile> files, Cursor upTo) {
        return Places.at(
                upTo,
                last -> writer.rare(tx -> {
                            var table = new SearchTable(tx::prepare);
                            files.forEach(table::write);
                            table.upTo(IndexPlace.of(last));
                            return last;
                        })
                        .thenAccept(written -> {}));
    }

    @Override
    public CompletableFuture<List<AssetId>> withWords(
            AccountId account, @Nullable KeyId maker, WordQuery words, int limit) {
        return reads.withWords(account, maker, words, limit);
    }

    @Override
    public CompletableFuture<VectorPage> vectors(
            AccountId account, @Nullable Cursor after, int limit) {
        return reads.vectors(account, after, limit);
    }
}
