package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An index in lists. */
final class MemoryIndex implements SearchIndex {
    static final AccountId ANN = new AccountId(1);

    private final List<FileOrigin> stored = new ArrayList<>();
    private final List<IndexedFile> indexed = new ArrayList<>();

    /** Each change of an account's vectors. */
    private final List<Change> changes = new ArrayList<>();

    private final Map<Part, Integer> read = new EnumMap<>(Part.class);

    boolean isBroken;

    /** How many pages of vectors were asked for, and how many files were in them. */
    int pages;

    int filesRead;

    private record Change(AccountId account, FileVectors file) {}

    static AssetId id(long number) {
        return new AssetId(new Id(number, 9));
    }

    void store(long number, String name) {
        stored.add(new FileOrigin(id(number), ANN, new KeyId(5), name, null, null));
    }

    List<IndexedFile.ByWords> byWords() {
        return indexed(IndexedFile.ByWords.class);
    }

    List<IndexedFile.ByMeaning> byMeaning() {
        return indexed(IndexedFile.ByMeaning.class);
    }

    private <F extends IndexedFile> List<F> indexed(Class<F> part) {
        return indexed.stream().filter(part::isInstance).map(part::cast).toList();
    }

    /** Puts a vector there. */
    void put(AccountId account, long number, float... vector) {
        boolean isFirst = changes.stream().noneMatch(it -> it.file().id().equals(id(number)));
        var vectors = vector.length == 0 ? Vectors.NONE : Vectors.of(List.of(vector));
        changes.add(new Change(account, new FileVectors(id(number), null, vectors, isFirst)));
    }

    @Override
    public CompletableFuture<Unread> unread(Part part, int limit) {
        if (isBroken) return CompletableFuture.failedFuture(new IllegalStateException("no disk"));
        int from = read.getOrDefault(part, 0);
        var files = stored.subList(from, Math.min(stored.size(), from + limit));
        var upTo = files.isEmpty() ? null : new Cursor(part + " " + (from + files.size()));
        return CompletableFuture.completedFuture(new Unread(List.copyOf(files), upTo));
    }

    @Override
    public CompletableFuture<Void> add(List<? extends IndexedFile> files, Cursor upTo) {
        indexed.addAll(files);
        var place = upTo.text().split(" ", -1);
        read.put(Part.valueOf(place[0]), Integer.parseInt(place[1]));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<AssetId>> withWords(
            AccountId account, @Nullable KeyId maker, WordQuery words, int limit) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<VectorPage> vectors(
            AccountId account, @Nullable Cursor after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after.text());
        var files = new ArrayList<FileVectors>();
        int at = from;
        for (; at < changes.size() && files.size() < limit; at++) {
            var change = changes.get(at);
            if (change.account().equals(account)) files.add(change.file());
        }
        pages++;
        filesRead += files.size();
        return CompletableFuture.completedFuture(
                new VectorPage(files, new Cursor("" + at), at == changes.size()));
    }
}
