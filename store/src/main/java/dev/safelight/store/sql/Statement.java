package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Consumer;

/**
 * A prepared statement. Values are bound in order: each {@code bind} takes the next place, and
 * running it starts again at the first.
 */
public final class Statement {
    private final PreparedStatement prepared;
    private final String sql;
    private int place = 1;

    Statement(PreparedStatement prepared, String sql) {
        this.prepared = prepared;
        this.sql = sql;
    }

    public Statement bind(long value) {
        try {
            prepared.setLong(place++, value);
            return this;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    public Statement bind(@Nullable Long value) {
        return value == null ? bindNull() : bind(value.longValue());
    }

    public Statement bind(@Nullable String value) {
        try {
            prepared.setString(place++, value);
            return this;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    public Statement bind(byte @Nullable [] value) {
        try {
            prepared.setBytes(place++, value);
            return this;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    public Statement bindNull() {
        try {
            prepared.setNull(place++, Types.NULL);
            return this;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Runs a change. */
    public int run() {
        place = 1;
        try {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Runs a change of exactly one row: none or many is a fault of ours. */
    public void runOne() {
        int changed = run();
        if (changed != 1)
            throw new IllegalStateException(changed + " rows where one was due: " + sql);
    }

    /** Runs a query and shows each row; the row is good during the call only. */
    public void each(Consumer<Row> reader) {
        place = 1;
        try (var rows = prepared.executeQuery()) {
            var row = new Row(rows);
            while (rows.next()) reader.accept(row.rewind());
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    void close() throws SQLException {
        prepared.close();
    }

    private SqlFault fault(SQLException cause) {
        place = 1;
        return new SqlFault("cannot run " + sql, cause);
    }
}
