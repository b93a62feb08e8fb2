package dev.safelight.store.sqlite.connect;

import dev.safelight.core.time.Step;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Moves what the log file holds into the database file, beside the writer, so that no commit waits
 * for it. Has a connection of its own; stepped by one platform thread.
 */
public final class Checkpointer implements Step, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** About 8,000 pages. */
    private static final long WORTH_IT = 8_000 * 4_120L;

    private static final long TOO_LONG = 64L << 20;

    private final Db db;
    private final Path log;

    public Checkpointer(Db db, Path file) {
        this.db = db;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
    }

    @Override
    public Instant step(Instant now) {
        try {
            long length = Files.exists(log) ? Files.size(log) : 0;
            if (length > TOO_LONG) db.number("PRAGMA wal_checkpoint(TRUNCATE)");
            else if (length > WORTH_IT) db.number("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SqlFault | IOException fault) {
            LOG.warn("a checkpoint failed; the next one may not", fault);
        }
        return now.plus(PAUSE);
    }

    @Override
    public void close() {
        db.close();
    }
}
