package dev.safelight.core.asset;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Looks files up. Their rows are written with the task that made them, or by the store of uploads
 * once their bytes have come.
 */
public interface Assets {

    /** Empty when it is absent or another account's: the two must not be told apart. */
    CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id);

    /** Those of them that are the account's, each once, in no order. */
    CompletableFuture<List<Asset>> findAll(AccountId account, Set<AssetId> ids);

    /** As by account, but without one: a signed address carries its own permission. */
    CompletableFuture<Optional<Asset>> find(AssetId id);

    /**
     * The digests that rows refer to, row by row, but for rows that had expired. A row that was
     * committed before the first page was asked for is in one of the pages.
     *
     * @param alive a row that had expired by then does not count, unless a live task names it
     * @param after a place that an earlier page gave out, or null for the beginning
     * @param limit how many at most; at least 1
     */
    CompletableFuture<DigestPage> digests(Instant alive, @Nullable Cursor after, int limit);

    /**
     * Some of the digests that rows refer to.
     *
     * @param next where the following page begins, or null when this is the last one
     */
    record DigestPage(List<String> digests, @Nullable Cursor next) {}
}
