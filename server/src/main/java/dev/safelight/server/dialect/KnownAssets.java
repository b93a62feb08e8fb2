package dev.safelight.server.dialect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.id.AccountId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks files up. The row of one never changes, so those in use stay in memory. */
public final class KnownAssets {
    private static final int MOST = 10_000;

    private final Assets assets;
    private final Cache<AssetId, Asset> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    public KnownAssets(Assets assets) {
        this.assets = assets;
    }

    /** Empty when it is absent or another account's. */
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        Asset asset = known.getIfPresent(id);
        if (asset != null && asset.account().equals(account))
            return CompletableFuture.completedFuture(Optional.of(asset));
        return assets.find(account, id).thenApply(found -> {
            found.ifPresent(own -> known.put(id, own));
            return found;
        });
    }

    /** Those of them that the account has, in the same order. */
    public CompletableFuture<List<Asset>> findAll(AccountId account, List<AssetId> ids) {
        CompletableFuture<List<Asset>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (var id : ids) {
            all = all.thenCombine(find(account, id), (list, found) -> {
                found.ifPresent(list::add);
                return list;
            });
        }
        return all;
    }
}
