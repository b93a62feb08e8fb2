package dev.safelight.store.sql;

import org.sqlite.ProgressHandler;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One connection, owned by one thread at a time. Statements live as long as it does. */
public final class Db implements AutoCloseable {
    /** About a millisecond of the database's own work. */
    public static final int INSTRUCTIONS_BETWEEN = 100_000;

    private final Connection connection;
    private final List<Statement> statements = new ArrayList<>();

    public Db(Connection connection) {
        this.connection = connection;
    }

    /**
     * Statements that go on while this is so are broken off; they fail with the database's own code
     * for that. Asked now and then by the thread that runs the statement, short ones not at all.
     */
    public void breakOffWhen(BooleanSupplier over) {
        try {
            ProgressHandler.setHandler(connection, INSTRUCTIONS_BETWEEN, new ProgressHandler() {
                @Override
                protected int progress() {
                    return over.getAsBoolean() ? 1 : 0;
                }
            });
        } catch (SQLException e) {
            throw new SqlFault("cannot bound the reads", e);
        }
    }

    /** Prepares a statement that is reused until this closes. */
    public Statement prepare(String sql) {
        try {
            var statement = new Statement(connection.prepareStatement(sql), sql);
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
