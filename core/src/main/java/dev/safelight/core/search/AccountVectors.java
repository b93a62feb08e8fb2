package dev.safelight.core.search;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.search.SearchIndex.FileVectors;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Vectors of one account's files, off the heap. Used by one thread at a time. */
final class AccountVectors implements AutoCloseable {
    /** Room for some that are added one by one later. */
    private static final int FEWEST_ROWS = 64;

    private final Arena arena = Arena.ofShared();
    private final List<VectorBlock> blocks = new ArrayList<>();
    private final int dimensions;
    private @Nullable Cursor upTo;

    AccountVectors(int dimensions) {
        this.dimensions = dimensions;
    }

    /** How far the index has been read into this; null for not at all. */
    @Nullable
    Cursor upTo() {
        return upTo;
    }

    /** How many bytes it takes more to add these. */
    long missing(List<FileVectors> files) {
        int rows = rows(files);
        return rows <= room() ? 0 : VectorBlock.bytes(Math.max(rows, FEWEST_ROWS), dimensions);
    }

    private int rows(List<FileVectors> files) {
        return files.stream().mapToInt(file -> file.vectors().count(dimensions)).sum();
    }

    private int room() {
        return blocks.isEmpty() ? 0 : blocks.getLast().room();
    }

    /** Adds files that are not here, up to a place of the index. */
    void add(List<FileVectors> files, @Nullable Cursor place) {
        int rows = rows(files);
        if (rows > room())
            blocks.add(new VectorBlock(arena, Math.max(rows, FEWEST_ROWS), dimensions));
        if (rows > 0) files.forEach(blocks.getLast()::add);
        upTo = place;
    }

    /** Leaves out what stands here of these files. */
    void forget(Set<Id> files) {
        if (!files.isEmpty()) blocks.forEach(block -> block.forget(files));
    }

    void showTo(NearestFiles nearest) {
        blocks.forEach(block -> block.showTo(nearest));
    }

    @Override
    public void close() {
        arena.close();
    }
}
