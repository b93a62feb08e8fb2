package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Pages of lists that go down the numbers of rows, newest first. */
final class Pages {
    private Pages() {}

    /**
     * Asks for the rows below the number that a place names, or for all of them.
     *
     * @param place null for the beginning; a foreign one fails the answer
     */
    static <R> CompletableFuture<R> after(
            @Nullable Cursor place, LongFunction<CompletableFuture<R>> ask) {
        return Places.at(place, row -> ask.apply(place == null ? Long.MAX_VALUE : row));
    }

    /**
     * A page of what was found with a limit of one more.
     *
     * @param limit how many are shown at most
     */
    static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> row) {
        if (found.size() <= limit) return new Page<>(List.copyOf(found), null);
        var shown = List.copyOf(found.subList(0, limit));
        return new Page<>(shown, Places.of(row.applyAsLong(shown.getLast())));
    }
}
