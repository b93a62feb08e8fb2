package dev.safelight.store.sqlite.connect;

import dev.safelight.store.sql.QueryRunner;

import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreResultSet;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Runs a query without asking for the names of its columns again. The driver has one result for a
 * statement, and asks for the names at each run unless they stand there already: as dear as reading
 * a short row, and the store knows where its columns are.
 */
final class KnownColumns implements QueryRunner {
    private @Nullable CoreResultSet result;
    private String @Nullable [] names;

    @Override
    public ResultSet run(PreparedStatement query) throws SQLException {
        if (result == null) return first(query);
        query.execute();
        result.colsMeta = names;
        return query.getResultSet();
    }

    private ResultSet first(PreparedStatement query) throws SQLException {
        var first = query.executeQuery();
        if (first instanceof CoreResultSet known) {
            result = known;
            names = known.colsMeta;
        }
        return first;
    }
}
