package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** Places in lists and feeds: a row's number as a cursor, and back. */
public final class Places {
    private static final int RADIX = 36;

    private Places() {}

    public static Cursor of(long row) {
        return new Cursor(Long.toString(row, RADIX));
    }

    /**
     * The row's number.
     *
     * @throws UnknownCursor when this store did not write it
     */
    public static long row(Cursor place) {
        try {
            long row = Long.parseLong(place.text(), RADIX);
            // Only one spelling of a number is ever written.
            if (row >= 0 && of(row).equals(place)) return row;
        } catch (NumberFormatException foreign) {
            // Refused below, like any other text that is none of ours.
        }
        throw new UnknownCursor(place);
    }

    /**
     * What is asked of a place; the answer fails with {@link UnknownCursor}, and nothing is asked,
     * when this store did not write it.
     *
     * @param place null for the beginning, which is 0
     */
    public static <R> CompletableFuture<R> at(
            @Nullable Cursor place, LongFunction<CompletableFuture<R>> ask) {
        long row;
        try {
            row = place == null ? 0 : row(place);
        } catch (UnknownCursor foreign) {
            return CompletableFuture.failedFuture(foreign);
        }
        return ask.apply(row);
    }
}
