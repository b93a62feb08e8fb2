package dev.safelight.store.sqlite;

import dev.safelight.store.sql.Row;
import dev.safelight.store.sql.Statement;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads many rows with few statements: {@code IN} lists of one width, the last one padded. */
final class InList {
    private static final int WIDTH = 32;

    private InList() {}

    /** Binds each key, repeating the last one to fill the list, and shows the rows found. */
    static <K> void each(
            Statement statement,
            List<K> keys,
            BiConsumer<Statement, K> bind,
            Consumer<Row> reader) {
        each(statement, keys, none -> {}, bind, reader);
    }

    /** The same with values bound before each list. */
    static <K> void each(
            Statement statement,
            List<K> keys,
            Consumer<Statement> before,
            BiConsumer<Statement, K> bind,
            Consumer<Row> reader) {
        for (int from = 0; from < keys.size(); from += WIDTH) {
            before.accept(statement);
            for (int i = from; i < from + WIDTH; i++) {
                bind.accept(statement, keys.get(Math.min(i, keys.size() - 1)));
            }
            statement.each(reader);
        }
    }
}
