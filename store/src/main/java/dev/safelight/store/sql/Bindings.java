package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The values of a prepared statement, bound in order: each {@code bind} takes the next place, and
 * running the statement starts again at the first.
 */
abstract class Bindings<S extends Bindings<S>> {
    final PreparedStatement prepared;
    final String sql;
    private int place = 1;

    Bindings(PreparedStatement prepared, String sql) {
        this.prepared = prepared;
        this.sql = sql;
    }

    abstract S self();

    public S bind(long value) {
        try {
            prepared.setLong(place++, value);
            return self();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    public S bind(@Nullable Long value) {
        return value == null ? bindNull() : bind(value.longValue());
    }

    public S bind(@Nullable String value) {
        try {
            prepared.setString(place++, value);
            return self();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    public S bind(byte @Nullable [] value) {
        try {
            prepared.setBytes(place++, value);
            return self();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    public S bindNull() {
        try {
            prepared.setNull(place++, Types.NULL);
            return self();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** All values are bound: the next one is the first of the next run. */
    void rewind() {
        place = 1;
    }

    final SqlFault fault(SQLException cause) {
        rewind();
        return new SqlFault("cannot run " + sql, cause);
    }
}
