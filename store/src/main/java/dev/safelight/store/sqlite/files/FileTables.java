package dev.safelight.store.sqlite.files;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.rows.Counters;
import dev.safelight.store.sqlite.rows.Statements;

/** The tables of files over the writer's connection. */
public record FileTables(
        UploadTable uploads, FileTable files, StorageTable storage, StudyTable study) {
    private static final SqlFile SQL = Statements.load(FileTables.class, "files.sql");

    public FileTables(Db db, Counters counters) {
        this(
                new UploadTable(db, SQL),
                new FileTable(db, SQL, counters),
                new StorageTable(db, SQL),
                new StudyTable(db, SQL));
    }
}
