package dev.safelight.store.sql;

import java.sql.SQLException;

/** A statement failed. */
public final class SqlFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    public SqlFault(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.code = cause.getErrorCode();
    }

    /** The database's own result code. */
    public int code() {
        return code;
    }
}
