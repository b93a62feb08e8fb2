package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of a result; its columns are read by position, which {@link Columns} gives by name. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** 0 for NULL. */
    public long number(int column) {
        try {
            return rows.getLong(column);
        } catch (SQLException e) {
            throw fault(column, e);
        }
    }

    /** 0 for NULL. */
    public int integer(int column) {
        return (int) number(column);
    }

    public @Nullable Long numberOrNull(int column) {
        try {
            long value = rows.getLong(column);
            return rows.wasNull() ? null : value;
        } catch (SQLException e) {
            throw fault(column, e);
        }
    }

    /** A column that is never NULL. */
    public String text(int column) {
        String text = textOrNull(column);
        if (text == null) throw new IllegalStateException("NULL in column " + column);
        return text;
    }

    public @Nullable String textOrNull(int column) {
        try {
            return rows.getString(column);
        } catch (SQLException e) {
            throw fault(column, e);
        }
    }

    /** A column that is never NULL. */
    public byte[] bytes(int column) {
        byte[] bytes = bytesOrNull(column);
        if (bytes == null) throw new IllegalStateException("NULL in column " + column);
        return bytes;
    }

    public byte @Nullable [] bytesOrNull(int column) {
        try {
            return rows.getBytes(column);
        } catch (SQLException e) {
            throw fault(column, e);
        }
    }

    private static SqlFault fault(int column, SQLException cause) {
        return new SqlFault("cannot read column " + column, cause);
    }
}
