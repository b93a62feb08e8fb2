package dev.safelight.server.dialect;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.text.TextSize;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks files up as they stand. Those in use stay in memory until they change: a change counts up
 * before it drops what is kept, and a reader drops what it kept if the count is not the one from
 * before its read. So a read after an acknowledged change sees it.
 */
public final class KnownFiles {
    /** Bytes of a transcript: files with a longer one would fill the memory. */
    private static final int LONGEST = 1_000;

    private final Files files;
    private final AtomicLong changes = new AtomicLong();
    private final OwnedRows<AssetId, StoredFile.Whole> kept =
            new OwnedRows<>(file -> file.asset().account());

    public KnownFiles(Files files) {
        this.files = files;
        files.onChanged(id -> {
            changes.incrementAndGet();
            kept.drop(id);
        });
    }

    /** Those of them that the account has, expired or not, in the same order. */
    public CompletableFuture<List<StoredFile.Whole>> findMade(
            AccountId account, List<AssetId> ids) {
        var found = new HashMap<AssetId, StoredFile.Whole>();
        var missing = new HashSet<AssetId>();
        for (var id : ids)
            kept.get(account, id).ifPresentOrElse(own -> found.put(id, own), () -> missing.add(id));
        if (missing.isEmpty()) return CompletableFuture.completedFuture(inOrder(ids, found));
        long before = changes.get();
        return files.findAll(account, missing).thenApply(read -> {
            for (var own : read) {
                var id = own.asset().file().id();
                if (TextSize.of(own.transcript()) <= LONGEST) kept.put(id, own);
                if (changes.get() != before) kept.drop(id);
                found.put(id, own);
            }
            return inOrder(ids, found);
        });
    }

    private static List<StoredFile.Whole> inOrder(
            List<AssetId> ids, Map<AssetId, StoredFile.Whole> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
