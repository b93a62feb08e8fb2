package dev.safelight.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared change. */
public final class Statement extends Bindings<Statement> {

    Statement(PreparedStatement prepared, String sql) {
        super(prepared, sql);
    }

    @Override
    Statement self() {
        return this;
    }

    /** Runs the change; says how many rows it changed. */
    public int run() {
        rewind();
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
}
