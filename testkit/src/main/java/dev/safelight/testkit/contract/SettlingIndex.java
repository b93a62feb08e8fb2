package dev.safelight.testkit.contract;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.search.IndexedFile;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.search.WordQuery;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The index of a store that works when it is told to: whoever blocks on it needs this. */
record SettlingIndex(StoreHarness store) implements SearchIndex {
    @Override
    public CompletableFuture<Unread> unread(Part part, int limit) {
        return store.search().unread(part, limit);
    }

    @Override
    public CompletableFuture<Void> add(List<? extends IndexedFile> files, Cursor upTo) {
        var added = store.search().add(files, upTo);
        store.settle();
        return added;
    }

    @Override
    public CompletableFuture<List<AssetId>> withWords(
            AccountId account, @Nullable KeyId maker, WordQuery words, int limit) {
        return store.search().withWords(account, maker, words, limit);
    }

    @Override
    public CompletableFuture<VectorPage> vectors(
            AccountId account, @Nullable Cursor after, int limit) {
        return store.search().vectors(account, after, limit);
    }
}
