package dev.safelight.server.dialect;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.id.AccountId;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks files up. While its bytes are there the row of one never changes, so those in use stay in
 * memory; whether they are is asked of the clock each time. One whose bytes are not may come again,
 * so it is looked up each time.
 */
public final class KnownAssets {
    private final Assets assets;
    private final InstantSource clock;
    private final OwnedRows<AssetId, Asset> kept = new OwnedRows<>(Asset::account);

    public KnownAssets(Assets assets, InstantSource clock) {
        this.assets = assets;
        this.clock = clock;
    }

    /** Empty when it is absent, expired or another account's. */
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        var known = kept.get(account, id).filter(this::isThere);
        if (known.isPresent()) return CompletableFuture.completedFuture(known);
        return assets.find(account, id).thenApply(found -> {
            found.ifPresent(own -> kept.put(id, own));
            return found.filter(this::isThere);
        });
    }

    /** Those of them that the account has and that have not expired, in the same order. */
    public CompletableFuture<List<Asset>> findAll(AccountId account, List<AssetId> ids) {
        return findMade(account, ids)
                .thenApply(made -> made.stream().filter(this::isThere).toList());
    }

    /** The same with those that have expired, for a view that tells of what was made. */
    public CompletableFuture<List<Asset>> findMade(AccountId account, List<AssetId> ids) {
        var found = new HashMap<AssetId, Asset>();
        var missing = new HashSet<AssetId>();
        for (var id : ids)
            kept.get(account, id)
                    .filter(this::isThere)
                    .ifPresentOrElse(own -> found.put(id, own), () -> missing.add(id));
        if (missing.isEmpty()) return CompletableFuture.completedFuture(inOrder(ids, found));
        return assets.findAll(account, missing).thenApply(read -> {
            for (var own : read) {
                kept.put(own.file().id(), own);
                found.put(own.file().id(), own);
            }
            return inOrder(ids, found);
        });
    }

    private static List<Asset> inOrder(List<AssetId> ids, Map<AssetId, Asset> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Whether its bytes are. */
    public boolean isThere(Asset asset) {
        return asset.isKept(clock.instant());
    }
}
