package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows of one table that gather during a batch and are written together, eight a statement.
 *
 * @param <T> what a row is made from; it must not change any more
 */
public final class Appender<T> {
    private static final int BULK = 8;

    private final List<Column<T>> columns;
    private final Statement one;
    private final Statement many;
    private final List<T> rows = new ArrayList<>();

    /** Binds the value of one column. */
    @FunctionalInterface
    private interface Column<T> {
        void bind(T row, Statement statement);
    }

    /** Names each column beside where its value comes from. */
    public static final class Table<T> {
        private final String name;
        private final List<String> names = new ArrayList<>();
        private final List<Column<T>> columns = new ArrayList<>();

        private Table(String name) {
            this.name = name;
        }

        public Table<T> number(String column, ToLongFunction<T> value) {
            return add(column, (row, statement) -> statement.bind(value.applyAsLong(row)));
        }

        public Table<T> numberOrNull(String column, Function<T, @Nullable Long> value) {
            return add(column, (row, statement) -> statement.bind(value.apply(row)));
        }

        public Table<T> text(String column, Function<T, @Nullable String> value) {
            return add(column, (row, statement) -> statement.bind(value.apply(row)));
        }

        public Table<T> bytes(String column, Function<T, byte @Nullable []> value) {
            return add(column, (row, statement) -> statement.bind(value.apply(row)));
        }

        private Table<T> add(String column, Column<T> binding) {
            names.add(column);
            columns.add(binding);
            return this;
        }

        public Appender<T> prepare(Db db) {
            return new Appender<>(this, db);
        }
    }

    /** Rows of this table. */
    public static <T> Table<T> into(String table) {
        return new Table<>(table);
    }

    private Appender(Table<T> table, Db db) {
        columns = List.copyOf(table.columns);
        String head =
                "INSERT INTO " + table.name + "(" + String.join(",", table.names) + ") VALUES";
        String row = "(" + "?,".repeat(columns.size() - 1) + "?)";
        one = db.prepare(head + row);
        many = db.prepare(head + String.join(",", Collections.nCopies(BULK, row)));
    }

    public void add(T row) {
        rows.add(row);
    }

    public void flush() {
        int at = 0;
        for (; at + BULK <= rows.size(); at += BULK) {
            for (int i = at; i < at + BULK; i++) bind(rows.get(i), many);
            many.run();
        }
        for (; at < rows.size(); at++) {
            bind(rows.get(at), one);
            one.run();
        }
        rows.clear();
    }

    private void bind(T row, Statement statement) {
        for (int i = 0; i < columns.size(); i++) columns.get(i).bind(row, statement);
    }

    /** Forgets what has gathered: the batch was rolled back. */
    public void clear() {
        rows.clear();
    }
}
