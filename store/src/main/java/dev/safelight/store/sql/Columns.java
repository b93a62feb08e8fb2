package dev.safelight.store.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where the columns of a query are: asked once by name, when the query is prepared. */
public final class Columns {
    private final Map<String, Integer> positions = new HashMap<>();
    private final String sql;

    Columns(ResultSetMetaData columns, String sql) throws SQLException {
        this.sql = sql;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (positions.put(columns.getColumnLabel(i), i) != null)
                throw new IllegalStateException(
                        "two columns are named " + columns.getColumnLabel(i) + ": " + sql);
        }
    }

    /** The position of a column, for {@link Row}. */
    public int at(String name) {
        Integer position = positions.get(name);
        if (position == null)
            throw new IllegalStateException("no column is named " + name + ": " + sql);
        return position;
    }
}
