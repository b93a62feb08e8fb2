package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A prepared query, and what its rows are read as. */
public final class Query<T> extends Bindings<Query<T>> {

    /** Looks the columns up once and says how to read a row. */
    @FunctionalInterface
    public interface Mapping<T> {
        Reader<T> over(Columns columns);
    }

    /** Reads a row; it is good during the call only. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row);
    }

    private final QueryRunner runner;
    private final Reader<T> reader;

    Query(PreparedStatement prepared, String sql, QueryRunner runner, Mapping<T> mapping)
            throws SQLException {
        super(prepared, sql);
        this.runner = runner;
        reader = mapping.over(new Columns(prepared.getMetaData(), sql));
    }

    @Override
    Query<T> self() {
        return this;
    }

    /** Runs the query and shows what each row is read as, in order. */
    public void each(Consumer<? super T> then) {
        rewind();
        try (var rows = runner.run(prepared)) {
            var row = new Row(rows);
            while (rows.next()) then.accept(reader.read(row));
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** What it finds up to the row, and with it, that is told to be the last one wanted. */
    public List<T> until(Predicate<? super T> isLast) {
        var found = new ArrayList<T>();
        rewind();
        try (var rows = runner.run(prepared)) {
            var row = new Row(rows);
            while (rows.next()) {
                T read = reader.read(row);
                found.add(read);
                if (isLast.test(read)) break;
            }
        } catch (SQLException e) {
            throw fault(e);
        }
        return found;
    }

    /** Everything that it finds. */
    public List<T> all() {
        var found = new ArrayList<T>();
        each(found::add);
        return found;
    }

    /** The first that it finds, or null. */
    public @Nullable T first() {
        rewind();
        try (var rows = runner.run(prepared)) {
            return rows.next() ? reader.read(new Row(rows)) : null;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** The one that it must find. */
    public T one() {
        T found = first();
        if (found == null) throw new IllegalStateException("no row where one was due: " + sql);
        return found;
    }
}
