package dev.safelight.core.search;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds files by what was asked for, said in them, or how they are called. */
public interface FileSearch {

    /**
     * The nearest files, the most similar first, of two that are alike the more recent one. None of
     * them is archived or goes after a day; one that was stored a moment ago may be missing.
     *
     * <p>The answer fails with {@link dev.safelight.core.task.StoreFault} when too much is
     * searched at once, or the store cannot be read.
     */
    CompletableFuture<List<FoundFile>> find(FileQuery query);
}
