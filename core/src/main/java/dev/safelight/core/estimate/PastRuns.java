package dev.safelight.core.estimate;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is stored of runs that have ended. */
@FunctionalInterface
public interface PastRuns {
    /**
     * Those that succeeded among the newest tasks of all accounts, the newest first.
     *
     * @param among how many tasks are looked at, at most
     */
    CompletableFuture<List<PastRun>> last(int among);
}
