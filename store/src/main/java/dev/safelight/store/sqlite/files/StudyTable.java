package dev.safelight.store.sqlite.files;

import dev.safelight.core.asset.Rendition;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;
import dev.safelight.store.sqlite.rows.Bytes;

/** How far a later step has come with the files of each source, and what it made. */
public final class StudyTable {
    private final Query<Progress> read;
    private final Statement take;
    private final Statement end;
    private final Statement putBack;
    private final Statement mark;
    private final Statement write;

    /**
     * How far it is with the files of one source.
     *
     * @param at all up to this row have been looked at
     * @param taken the row that was taken last and has no outcome, or 0
     * @param attempts how often it was
     */
    public record Progress(long at, long taken, long attempts) {
        private static Query.Reader<Progress> over(Columns columns) {
            int at = columns.at("at");
            int taken = columns.at("taken");
            int attempts = columns.at("attempts");
            return row -> new Progress(row.number(at), row.number(taken), row.number(attempts));
        }

        /** How often a row was taken with no outcome so far. */
        public long attempts(long row) {
            return taken == row ? attempts : 0;
        }
    }

    StudyTable(Db db, SqlFile sql) {
        read = db.query(sql.get("read-progress"), Progress::over);
        take = db.prepare(sql.get("take-file"));
        end = db.prepare(sql.get("end-study"));
        putBack = db.prepare(sql.get("put-back"));
        mark = db.prepare(sql.get("mark-unreadable"));
        write = db.prepare(sql.get("write-rendition"));
    }

    public Progress read(FileSource source) {
        return read.bind((long) source.code()).one();
    }

    public void take(FileSource source, long row, long attempts) {
        take.bind(row).bind(attempts).bind((long) source.code()).runOne();
    }

    /** The file that was taken has been looked at; false for one that was not taken. */
    public boolean end(FileRow file) {
        return end.bind((long) file.source().code()).bind(file.number()).run() == 1;
    }

    /** The attempt under way does not count. */
    public void putBack(FileRow file) {
        putBack.bind((long) file.source().code()).bind(file.number()).run();
    }

    public void markUnreadable(FileRow file) {
        mark.bind(file.number()).runOne();
    }

    public void write(FileRow file, Rendition rendition) {
        write.bind(file.number()).bind((long) rendition.size().code());
        write.bind(Bytes.ofHex(rendition.blob().sha256())).bind(rendition.blob().bytes());
        write.bind(rendition.contentType()).bind((long) rendition.width());
        write.bind((long) rendition.height()).runOne();
    }
}
