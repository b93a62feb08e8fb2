package dev.safelight.store.sqlite.rows;

import dev.safelight.store.sql.SqlFile;

import java.util.Map;

/** The SQL of this store: loaded once, with the columns that several queries share. */
public final class Statements {
    private static final Map<String, String> FRAGMENTS = Map.of(
            "task-columns", TaskColumns.SQL,
            "key-columns", KeyColumns.SQL,
            "account-columns", AccountColumns.SQL,
            "asset-columns", AssetColumns.SQL,
            "upload-columns", UploadColumns.SQL);

    /** What the writer runs. */
    public static final SqlFile WRITES = load(Statements.class, "writes.sql");

    private Statements() {}

    /** The blocks of a resource beside a class. */
    public static SqlFile load(Class<?> beside, String resource) {
        return SqlFile.load(beside, resource, FRAGMENTS);
    }
}
