package dev.safelight.testkit.simulation;

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

/** Rows of which nothing is asked but to what bytes they refer. */
public record DigestRows(Pages pages) implements Assets {

    /** Says so, as {@link Assets#digests} does. */
    @FunctionalInterface
    public interface Pages {
        CompletableFuture<DigestPage> read(Instant alive, @Nullable Cursor after, int limit);
    }

    @Override
    public CompletableFuture<DigestPage> digests(Instant alive, @Nullable Cursor after, int limit) {
        return pages.read(alive, after, limit);
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        return find(id);
    }

    @Override
    public CompletableFuture<List<Asset>> findAll(AccountId account, Set<AssetId> ids) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AssetId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
