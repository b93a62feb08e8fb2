package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreResultSet;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    private @Nullable CoreResultSet result;
    private String @Nullable [] names;

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
        try (var rows = query()) {
            var row = new Row(rows);
            while (rows.next()) reader.accept(row.rewind());
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /**
     * The driver has one result for a statement, and asks for the names of its columns at each
     * query unless they stand there already: as dear as reading a short row, and nobody needs them.
     */
    private ResultSet query() throws SQLException {
        if (result == null) {
            var first = prepared.executeQuery();
            if (first instanceof CoreResultSet known) {
                result = known;
                names = known.colsMeta;
            }
            return first;
        }
        prepared.execute();
        result.colsMeta = names;
        return prepared.getResultSet();
    }

    void close() throws SQLException {
        prepared.close();
    }

    private SqlFault fault(SQLException cause) {
        place = 1;
        return new SqlFault("cannot run " + sql, cause);
    }
}
