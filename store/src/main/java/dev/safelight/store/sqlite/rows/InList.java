package dev.safelight.store.sqlite.rows;

import dev.safelight.store.sql.Query;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads many rows with few statements: {@code IN} lists of one width, the last one padded. */
public final class InList {
    private static final int WIDTH = 32;

    private InList() {}

    /** Binds each key, repeating the last one to fill the list, and shows what is found. */
    static <K, T> void each(
            Query<T> query, List<K> keys, BiConsumer<Query<T>, K> bind, Consumer<T> then) {
        each(query, keys, none -> {}, bind, then);
    }

    /** The same with values bound before each list. */
    public static <K, T> void each(
            Query<T> query,
            List<K> keys,
            Consumer<Query<T>> before,
            BiConsumer<Query<T>, K> bind,
            Consumer<T> then) {
        for (int from = 0; from < keys.size(); from += WIDTH) {
            before.accept(query);
            for (int i = from; i < from + WIDTH; i++)
                bind.accept(query, keys.get(Math.min(i, keys.size() - 1)));
            query.each(then);
        }
    }
}
