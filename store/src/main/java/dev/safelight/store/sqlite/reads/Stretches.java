package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Reads what is one account's along the numbers of all accounts' rows, which have no index by
 * account: a stretch of the numbers at a time, so that no read is long. Rows are added at the end
 * only.
 */
final class Stretches<T> {
    /** How heavy a page may get: what one row more makes too heavy has that row as its last. */
    private static final long HEAVIEST = 256 * 1_024;

    private final ReadPool pool;
    private final ReadPool.Question<T> rows;
    private final ReadPool.Question<Long> end;
    private final Shape<T> shape;
    private final long length;

    /**
     * What is known of a row.
     *
     * @param place of it
     * @param weight bytes that it takes, as far as they matter
     */
    record Shape<T>(Function<T, Cursor> place, ToIntFunction<T> weight) {
        /** That of rows which are all short. */
        Shape(Function<T, Cursor> place) {
            this(place, row -> 0);
        }
    }

    /** Some rows, where to go on, and whether nothing followed. */
    record Page<T>(List<T> rows, Cursor next, boolean isLast) {}

    /**
     * @param rows bound to: after which number, up to which, whose, how many at most
     * @param end the number of the last row
     * @param length how many numbers one read looks at
     */
    Stretches(
            ReadPool pool,
            ReadPool.Question<T> rows,
            ReadPool.Question<Long> end,
            Shape<T> shape,
            long length) {
        this.pool = pool;
        this.rows = rows;
        this.end = end;
        this.shape = shape;
        this.length = length;
    }

    CompletableFuture<Page<T>> read(AccountId account, @Nullable Cursor after, int limit) {
        return read(account.number(), after, limit);
    }

    /**
     * What follows a place; a place beyond the end is one that nobody was given.
     *
     * @param whose number of the account or of whatever the question asks for
     */
    CompletableFuture<Page<T>> read(long whose, @Nullable Cursor after, int limit) {
        return Places.at(
                after,
                from -> pool.read(reader -> page(reader, whose, from, limit))
                        .thenCompose(page -> after != null && page.isEmpty()
                                ? CompletableFuture.failedFuture(new UnknownCursor(after))
                                : CompletableFuture.completedFuture(page.orElseThrow())));
    }

    /** Empty when the place is beyond the end. */
    Optional<Page<T>> page(ReadPool.Reader reader, long whose, long from, int limit) {
        long last = reader.ask(end).one();
        if (from > last) return Optional.empty();
        long to = Math.min(last, from + length);
        var query = reader.ask(rows).bind(from).bind(to).bind(whose);
        var weight = new AtomicLong();
        var found = query.bind((long) limit)
                .until(row -> weight.addAndGet(shape.weight.applyAsInt(row)) >= HEAVIEST);
        // A full page may have left something of the stretch.
        boolean isFull = found.size() == limit || weight.get() >= HEAVIEST;
        var next = isFull ? shape.place.apply(found.getLast()) : Places.of(to);
        return Optional.of(new Page<>(found, next, !isFull && to == last));
    }
}
