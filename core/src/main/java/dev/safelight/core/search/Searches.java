package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.search.SearchIndex.FileVectors;
import dev.safelight.core.task.StoreFault;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Searches in the vectors that are in memory and in the words that the store keeps. Each search
 * first reads what changed of its account since its last one, so that it knows what was archived.
 * Runs on the threads that it is given, which it blocks.
 */
public final class Searches implements FileSearch, AutoCloseable {
    /** Files whose vectors are read at once: a few megabytes, and far from a long read. */
    private static final int PAGE = 1_000;

    /** One account may have this part of all that wait. */
    private static final int SHARE = 4;

    private final SearchIndex index;
    private final TextMeaning meaning;
    private final Limits limits;
    private final VectorMemory memory;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AccountLines lines;

    /**
     * What searches may use.
     *
     * @param threads how many go on at once
     * @param queue how many may wait or go on before more are refused
     * @param vectorBytes how much memory the vectors take, off the heap; what does not fit in is
     *     read at each search
     */
    public record Limits(int threads, int queue, long vectorBytes) {}

    /**
     * Starts nothing and loads nothing.
     *
     * @param threads platform threads, for what blocks in native code
     */
    public Searches(SearchIndex index, TextMeaning meaning, Executor threads, Limits limits) {
        this.index = index;
        this.meaning = meaning;
        this.limits = limits;
        memory = new VectorMemory(meaning.dimensions(), limits.vectorBytes());
        lines = new AccountLines(threads, Math.max(1, limits.queue() / SHARE));
    }

    @Override
    public CompletableFuture<List<FoundFile>> find(FileQuery query) {
        var answer = new CompletableFuture<List<FoundFile>>();
        if (waiting.incrementAndGet() > limits.queue()) return busy();
        boolean isTaken = lines.enter(query.account(), () -> answer(query, answer));
        return isTaken ? answer : busy();
    }

    private CompletableFuture<List<FoundFile>> busy() {
        waiting.decrementAndGet();
        return CompletableFuture.failedFuture(new StoreFault(
                StoreFault.Kind.BUSY, "more is searched than can be at once; try again"));
    }

    private void answer(FileQuery query, CompletableFuture<List<FoundFile>> answer) {
        try {
            answer.complete(search(query));
        } catch (CompletionException wrapped) {
            var cause = wrapped.getCause();
            answer.completeExceptionally(cause == null ? wrapped : cause);
        } catch (RuntimeException | Error fault) {
            answer.completeExceptionally(fault);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private List<FoundFile> search(FileQuery query) {
        return query.text().isBlank()
                ? List.of()
                : NearestFiles.rank(near(query), withWords(query), query.limit());
    }

    /** As many of the latest as are wanted: all of them are as similar as can be. */
    private List<AssetId> withWords(FileQuery query) {
        return Words.asked(query.text())
                .map(words -> index.withWords(query.account(), query.maker(), words, query.limit())
                        .join())
                .orElse(List.of());
    }

    /** Nothing where the meaning cannot be told, which is logged by whoever cannot. */
    private Collection<FoundFile> near(FileQuery query) {
        try {
            return meaning.vector(query.text())
                    .map(wanted -> near(query, wanted))
                    .orElse(List.of());
        } catch (IOException unable) {
            return List.of();
        }
    }

    private Collection<FoundFile> near(FileQuery query, float[] wanted) {
        var nearest = new NearestFiles(wanted, query.maker(), query.limit());
        var place = memory.take(query.account());
        try {
            show(query, place, nearest);
        } finally {
            memory.giveBack(place);
        }
        return nearest.found();
    }

    /** Reads what is new; what there is no room for in memory is shown page by page. */
    private void show(FileQuery query, VectorMemory.Place place, NearestFiles nearest) {
        var vectors = place.vectors();
        Cursor at = vectors.upTo();
        boolean fits = true;
        SearchIndex.VectorPage page;
        do {
            page = index.vectors(query.account(), at, PAGE).join();
            var files = page.files();
            var replaced = replaced(files);
            vectors.forget(replaced);
            nearest.forget(replaced);
            fits = fits && place.reserve(vectors.missing(files));
            if (fits) vectors.add(files, page.next());
            else showOnce(files, nearest);
            at = page.next();
        } while (!page.isLast());
        vectors.showTo(nearest);
    }

    private static Set<Id> replaced(List<FileVectors> files) {
        return files.stream()
                .filter(file -> !file.isFirst())
                .map(file -> file.id().id())
                .collect(Collectors.toSet());
    }

    private void showOnce(List<FileVectors> files, NearestFiles nearest) {
        try (var passing = new AccountVectors(meaning.dimensions())) {
            passing.add(files, null);
            passing.showTo(nearest);
        }
    }

    /** Frees the memory, after the searches that go on. */
    @Override
    public void close() {
        memory.close();
    }
}
