package dev.safelight.store.sql;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of a result, read column by column in order. */
public final class Row {
    private final ResultSet rows;
    private int column = 1;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    Row rewind() {
        column = 1;
        return this;
    }

    /** The next column; 0 for NULL. */
    public long number() {
        try {
            return rows.getLong(column++);
        } catch (SQLException e) {
            throw new SqlFault("cannot read column " + (column - 1), e);
        }
    }

    public int integer() {
        return (int) number();
    }

    public @Nullable Long numberOrNull() {
        long value = number();
        try {
            return rows.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new SqlFault("cannot read column " + (column - 1), e);
        }
    }

    /** The next column, which is never NULL. */
    public String text() {
        String text = textOrNull();
        if (text == null) throw new IllegalStateException("NULL in column " + (column - 1));
        return text;
    }

    public @Nullable String textOrNull() {
        try {
            return rows.getString(column++);
        } catch (SQLException e) {
            throw new SqlFault("cannot read column " + (column - 1), e);
        }
    }

    /** The next column, which is never NULL. */
    public byte[] bytes() {
        byte[] bytes = bytesOrNull();
        if (bytes == null) throw new IllegalStateException("NULL in column " + (column - 1));
        return bytes;
    }

    public byte @Nullable [] bytesOrNull() {
        try {
            return rows.getBytes(column++);
        } catch (SQLException e) {
            throw new SqlFault("cannot read column " + (column - 1), e);
        }
    }
}
