package dev.safelight.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Runs one prepared query, again and again. A database whose driver has a cheaper way than JDBC's
 * brings its own; one runner belongs to one statement.
 */
@FunctionalInterface
public interface QueryRunner {
    /** As JDBC has it. */
    QueryRunner JDBC = PreparedStatement::executeQuery;

    ResultSet run(PreparedStatement query) throws SQLException;
}
