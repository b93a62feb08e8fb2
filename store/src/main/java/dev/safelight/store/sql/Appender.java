package dev.safelight.store.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of one table that gather during a batch and are written together, eight a statement. */
public final class Appender {
    private static final int BULK = 8;

    /** Binds one row's columns in order. */
    @FunctionalInterface
    public interface Columns {
        void bind(Statement statement);
    }

    private final Statement one;
    private final Statement many;
    private final List<Columns> rows = new ArrayList<>();

    public Appender(Db db, String table, String... columns) {
        String head = "INSERT INTO " + table + "(" + String.join(",", columns) + ") VALUES";
        String row = "(" + "?,".repeat(columns.length - 1) + "?)";
        one = db.prepare(head + row);
        many = db.prepare(head + String.join(",", Collections.nCopies(BULK, row)));
    }

    public void add(Columns row) {
        rows.add(row);
    }

    public void flush() {
        int at = 0;
        for (; at + BULK <= rows.size(); at += BULK) {
            for (int i = at; i < at + BULK; i++) rows.get(i).bind(many);
            many.run();
        }
        for (; at < rows.size(); at++) {
            rows.get(at).bind(one);
            one.run();
        }
        rows.clear();
    }

    /** Forgets what has gathered: the batch was rolled back. */
    public void clear() {
        rows.clear();
    }
}
