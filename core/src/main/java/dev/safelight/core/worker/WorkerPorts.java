package dev.safelight.core.worker;

import dev.safelight.core.asset.Blobs;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Previews;
import dev.safelight.core.task.TaskStore;

import java.time.InstantSource;

/** What a worker needs of the rest. */
public record WorkerPorts(
        TaskStore store,
        Jobs jobs,
        Storage storage,
        Previews previews,
        Ids ids,
        InstantSource clock) {

    /**
     * Where bytes are kept.
     *
     * @param blobs for good
     * @param scratch while a run needs them
     */
    public record Storage(Blobs blobs, Scratch scratch) {}
}
