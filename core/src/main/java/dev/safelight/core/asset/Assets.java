package dev.safelight.core.asset;

import dev.safelight.core.id.AccountId;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks files up. Their rows are written by the task store, with the task that made them. */
public interface Assets {

    /** Empty when it is absent or another account's: the two must not be told apart. */
    CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id);

    /** The same without an owner, for a signed address that carries its own permission. */
    CompletableFuture<Optional<Asset>> find(AssetId id);

    /** The digests that rows refer to, row by row after a place; the last page is empty. */
    CompletableFuture<DigestPage> digests(long after, int limit);

    /**
     * Some of the digests that rows refer to.
     *
     * @param last the place to go on from
     */
    record DigestPage(List<String> digests, long last) {}
}
