package dev.safelight.core.engine;

import dev.safelight.core.task.Lease;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads what is to be rendered. */
@FunctionalInterface
public interface Jobs {

    /** The job of each lease, in the same order. */
    CompletableFuture<List<Job>> of(List<Lease> leases);
}
