package dev.safelight.server.dialect.tasks;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.server.dialect.KnownAssets;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds what tasks have made. */
record MadeAssets(KnownAssets assets) {

    /** What a completed task has made, in order; nothing of others. */
    CompletableFuture<List<Asset>> of(TaskView view) {
        if (!(view.state() instanceof TaskState.Succeeded(var price, var output)))
            return CompletableFuture.completedFuture(List.of());
        return assets.findAll(view.task().owner().account(), output.assets());
    }
}
