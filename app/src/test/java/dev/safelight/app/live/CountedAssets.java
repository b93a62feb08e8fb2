package dev.safelight.app.live;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The store's files, and how many times it was asked for some. */
final class CountedAssets implements Assets {
    private final Assets assets;
    private final AtomicInteger asked = new AtomicInteger();

    CountedAssets(Assets assets) {
        this.assets = assets;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        asked.incrementAndGet();
        return assets.find(account, id);
    }

    @Override
    public CompletableFuture<List<Asset>> findAll(AccountId account, Set<AssetId> ids) {
        asked.incrementAndGet();
        return assets.findAll(account, ids);
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AssetId id) {
        asked.incrementAndGet();
        return assets.find(id);
    }

    @Override
    public CompletableFuture<DigestPage> digests(Instant alive, @Nullable Cursor after, int limit) {
        return assets.digests(alive, after, limit);
    }
}
