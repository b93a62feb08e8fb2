package dev.safelight.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One connection, owned by one thread at a time. Statements live as long as it does. */
public final class Db implements AutoCloseable {
    private final Connection connection;
    private final Supplier<QueryRunner> runners;
    private final List<PreparedStatement> statements = new ArrayList<>();

    /** A connection whose queries run as JDBC has it. */
    public Db(Connection connection) {
        this(connection, () -> QueryRunner.JDBC);
    }

    /**
     * @param runners makes a runner for each query that is prepared
     */
    public Db(Connection connection, Supplier<QueryRunner> runners) {
        this.connection = connection;
        this.runners = runners;
    }

    /** Prepares a change that is reused until this closes. */
    public Statement prepare(String sql) {
        return new Statement(prepared(sql), sql);
    }

    /** Prepares a query that is reused until this closes. */
    public <T> Query<T> query(String sql, Query.Mapping<T> mapping) {
        try {
            return new Query<>(prepared(sql), sql, runners.get(), mapping);
        } catch (SQLException e) {
            throw new SqlFault("cannot prepare " + sql, e);
        }
    }

    /** A query of one number, in its first column; without a row there is none. */
    public Query<Long> numbers(String sql) {
        return query(sql, columns -> row -> row.number(1));
    }

    private PreparedStatement prepared(String sql) {
        try {
            var statement = connection.prepareStatement(sql);
            statements.add(statement);
            return statement;
        } catch (SQLException e) {
            throw new SqlFault("cannot prepare " + sql, e);
        }
    }

    /** Runs a script, statement by statement: JDBC itself would run the first one only. */
    public void script(String sql) {
        for (String statement : SqlFile.statements(sql)) {
            try (var run = connection.createStatement()) {
                run.execute(statement);
            } catch (SQLException e) {
                throw new SqlFault("cannot run " + statement, e);
            }
        }
    }

    /** The first column of the first row of a query, or 0 without a row. */
    public long number(String sql) {
        try (var run = connection.createStatement();
                var rows = run.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new SqlFault("cannot run " + sql, e);
        }
    }

    @Override
    public void close() {
        try {
            for (var statement : statements) statement.close();
            connection.close();
        } catch (SQLException e) {
            throw new SqlFault("cannot close", e);
        }
    }
}
