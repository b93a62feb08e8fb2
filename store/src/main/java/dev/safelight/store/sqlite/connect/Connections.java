package dev.safelight.store.sqlite.connect;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFault;

import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Opens connections to one database, as each part of the store needs them. */
public final class Connections {
    /** About a millisecond of the database's own work. */
    public static final int INSTRUCTIONS_BETWEEN_LOOKS = 100_000;

    private final String url;
    private final @Nullable Path file;

    private Connections(String url, @Nullable Path file) {
        this.url = url;
        this.file = file;
    }

    /** To a file, which is made if it is not there. */
    public static Connections toFile(Path file) {
        return new Connections("jdbc:sqlite:" + file, file);
    }

    /** To a database in memory of this name, which lasts as long as a connection to it. */
    public static Connections inMemory(String name) {
        return new Connections("jdbc:sqlite:file:" + name + "?mode=memory&cache=shared", null);
    }

    /** Brings the schema up to date. Call first. */
    public Db prepare() {
        var db = connect("synchronous=FULL", "journal_mode=WAL");
        try {
            Schema.bringUpToDate(db, file);
            return db;
        } catch (RuntimeException fault) {
            closeAfter(fault, db);
            throw fault;
        }
    }

    /** The writer's: checkpoints are made beside it; the pages of a batch stay in its cache. */
    public Db writer() {
        return connect(
                "synchronous=FULL",
                "wal_autocheckpoint=0",
                "cache_size=-65536",
                "temp_store=MEMORY");
    }

    /**
     * A reader's.
     *
     * @param isOver asked now and then by the thread that reads, short reads not at all; a read
     *     that goes on while this is so is broken off and fails with the database's own code for it
     */
    public Db reader(BooleanSupplier isOver) {
        return connect(isOver, "query_only=1", "cache_size=-8192");
    }

    /** A connection with the pragmas that all share, and its own. */
    public Db connect(String... pragmas) {
        return connect(null, pragmas);
    }

    private Db connect(@Nullable BooleanSupplier isOver, String... pragmas) {
        var connection = open();
        var db = new Db(connection, KnownColumns::new);
        try {
            if (isOver != null) breakOffWhen(isOver, connection);
            db.script("PRAGMA trusted_schema=OFF;\n");
            for (var pragma : pragmas) db.script("PRAGMA " + pragma + ";\n");
            return db;
        } catch (RuntimeException fault) {
            closeAfter(fault, db);
            throw fault;
        }
    }

    private static void breakOffWhen(BooleanSupplier isOver, Connection connection) {
        try {
            var handler = new ProgressHandler() {
                @Override
                protected int progress() {
                    return isOver.getAsBoolean() ? 1 : 0;
                }
            };
            ProgressHandler.setHandler(connection, INSTRUCTIONS_BETWEEN_LOOKS, handler);
        } catch (SQLException e) {
            throw new SqlFault("cannot bound the reads", e);
        }
    }

    private Connection open() {
        var config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(5_000);
        try {
            return DriverManager.getConnection(url, config.toProperties());
        } catch (SQLException e) {
            throw new SqlFault("cannot open the store", e);
        }
    }

    private static void closeAfter(RuntimeException fault, Db db) {
        try {
            db.close();
        } catch (RuntimeException worse) {
            fault.addSuppressed(worse);
        }
    }
}
