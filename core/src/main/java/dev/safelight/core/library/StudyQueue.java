package dev.safelight.core.library;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Files that a later step has not looked at yet: uploads first, then what tasks made, each in the
 * order in which they were stored. Files that go after a day are in no queue.
 */
public interface StudyQueue {

    /**
     * The next one. Whoever takes it and dies leaves it as it is, but is counted: a file that was
     * taken three times without an outcome is passed over as failed.
     */
    CompletableFuture<Optional<Asset>> take();

    /** It was looked at; its renditions are stored. Durable when complete. */
    CompletableFuture<Void> done(AssetId id, List<Rendition> renditions);

    /** Nothing is known of it yet, for no reason of its own: this time does not count. */
    CompletableFuture<Void> putBack(AssetId id);

    /** It cannot be read. Durable when complete. */
    CompletableFuture<Void> failed(AssetId id);
}
