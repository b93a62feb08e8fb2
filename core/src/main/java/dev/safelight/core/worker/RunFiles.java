package dev.safelight.core.worker;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Job;
import dev.safelight.core.task.Lease;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/** The files that one run is given, and its scratch folder. Used on the run's own thread. */
final class RunFiles implements AutoCloseable {
    private final Lease lease;
    private final Job job;
    private final WorkerPorts.Storage storage;
    private @Nullable Path scratch;
    private boolean closed;

    RunFiles(Lease lease, Job job, WorkerPorts.Storage storage) {
        this.lease = lease;
        this.job = job;
        this.storage = storage;
    }

    InputFile file(String id) {
        for (var asset : job.files())
            if (asset.file().id().toString().equals(id)) return open(asset);
        throw new IllegalArgumentException("the input names no file " + id);
    }

    private InputFile open(Asset asset) {
        return new InputFile(asset, storage.blobs(), this::scratch);
    }

    /** Whether the run is over, so that nothing is kept for it any more. */
    boolean isClosed() {
        return closed;
    }

    Path scratch() throws IOException {
        if (closed) throw new IllegalStateException("the run is over");
        Path there = scratch;
        if (there == null) scratch = there = storage.scratch().open(lease);
        return there;
    }

    /** Removes the folder; one that cannot be removed now goes at the next start. */
    @Override
    public void close() {
        closed = true;
        if (scratch == null) return;
        try {
            Scratch.remove(scratch);
        } catch (IOException | RuntimeException unremovable) {
            System.getLogger(RunFiles.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a run's scratch folder could not be removed",
                            unremovable);
        }
    }
}
