package dev.safelight.store.sqlite;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.library.StudyQueue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The queue of a store that is stepped by whoever asks: a step that blocks finds it answered. */
record SettledStudy(SqliteHarness harness) implements StudyQueue {

    private <T> CompletableFuture<T> settled(CompletableFuture<T> answer) {
        harness.settle();
        return answer;
    }

    @Override
    public CompletableFuture<Optional<Asset>> take() {
        return settled(harness.study().take());
    }

    @Override
    public CompletableFuture<Void> done(AssetId id, List<Rendition> renditions) {
        return settled(harness.study().done(id, renditions));
    }

    @Override
    public CompletableFuture<Void> putBack(AssetId id) {
        return settled(harness.study().putBack(id));
    }

    @Override
    public CompletableFuture<Void> failed(AssetId id) {
        return settled(harness.study().failed(id));
    }
}
