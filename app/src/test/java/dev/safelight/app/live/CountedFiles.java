package dev.safelight.app.live;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The store's files, and how many times it was asked for several at once. */
public record CountedFiles(Files files, AtomicInteger count) implements Files {
    CountedFiles(Files files) {
        this(files, new AtomicInteger());
    }

    public int asked() {
        return count.get();
    }

    @Override
    public CompletableFuture<List<StoredFile.Whole>> findAll(AccountId account, Set<AssetId> ids) {
        count.incrementAndGet();
        return files.findAll(account, ids);
    }

    @Override
    public CompletableFuture<Optional<StoredFile>> find(AccountId account, AssetId id) {
        return files.find(account, id);
    }

    @Override
    public CompletableFuture<FilePage> list(
            AccountId account, @Nullable KeyId maker, @Nullable Cursor after, int limit) {
        return files.list(account, maker, after, limit);
    }

    @Override
    public CompletableFuture<Optional<StoredFile>> archive(AccountId account, AssetId id) {
        return files.archive(account, id);
    }

    @Override
    public CompletableFuture<Optional<StoredFile.Whole>> showPublicly(
            AccountId account, AssetId id, Id preview) {
        return files.showPublicly(account, id, preview);
    }

    @Override
    public CompletableFuture<Optional<StoredFile.Whole>> hide(AccountId account, AssetId id) {
        return files.hide(account, id);
    }

    @Override
    public CompletableFuture<Optional<Rendition>> rendition(AssetId id, Rendition.Size size) {
        return files.rendition(id, size);
    }

    @Override
    public void onChanged(Consumer<AssetId> listener) {
        files.onChanged(listener);
    }

    @Override
    public CompletableFuture<Optional<StoredFile.Whole>> findPublic(Id preview) {
        return files.findPublic(preview);
    }
}
