package dev.safelight.store.sqlite;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.WorkerId;
import dev.safelight.store.disk.DurableFolder;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Migrations;
import dev.safelight.store.sql.SqlFault;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opens connections as each part needs them, and the writer's again after a failed commit. */
final class Connector {
    private static final SqlFile STATEMENTS = SqlFile.load(Connector.class, "statements.sql");
    private static final Migrations SCHEMA =
            new Migrations(List.of(SqlFile.text(Connector.class, "0001-first.sql")));

    private final StoreSettings.Location location;
    private final int keysInMemory;
    private final CommitGate gate;
    private final Schedule schedule = new Schedule();
    private final Map<WorkerId, NewWorker> brought = new HashMap<>();
    private @Nullable Shared shared;

    Connector(StoreSettings settings, CommitGate gate) {
        location = settings.location();
        keysInMemory = settings.keysInMemory();
        this.gate = gate;
    }

    /** Brings the schema up to date and takes what is shared into memory. Call first. */
    Shared prepare() {
        try (var db = connect("synchronous=FULL")) {
            db.script("PRAGMA journal_mode=WAL;\n");
            SCHEMA.run(db, () -> snapshot(db));
            var ready = new Shared(new Names(), new Directory(db, STATEMENTS), keysInMemory);
            shared = ready;
            return ready;
        }
    }

    /** Keeps a copy of the file beside it before a migration changes it. */
    private void snapshot(Db db) {
        if (location instanceof StoreSettings.Location.File(var path)) {
            snapshot(db, path.resolveSibling("before-schema-" + SCHEMA.latest() + ".db"));
        }
    }

    /** Whatever has this name is whole, also after a power cut: it is renamed when on disk. */
    static void snapshot(Db db, Path copy) {
        var folder = Objects.requireNonNull(copy.toAbsolutePath().getParent());
        var half = folder.resolve(copy.getFileName() + ".half");
        try {
            Files.deleteIfExists(half);
            db.prepare("VACUUM INTO ?").bind(half.toString()).run();
            try (var file = FileChannel.open(half, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE);
            DurableFolder.sync(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot keep a copy at " + copy, unwritable);
        }
    }

    WriterConnection open() {
        if (shared == null) throw new IllegalStateException("prepare() comes first");
        // Checkpoints are made beside the writer; the pages of a batch stay in its cache.
        var db = connect(
                "synchronous=FULL",
                "wal_autocheckpoint=0",
                "cache_size=-65536",
                "temp_store=MEMORY");
        try {
            return new WriterConnection(
                    db, STATEMENTS, shared, new TaskRules(Retries.DEFAULT), schedule, brought);
        } catch (RuntimeException fault) {
            closeAfter(fault, db);
            throw fault;
        }
    }

    private static void closeAfter(RuntimeException fault, Db db) {
        try {
            db.close();
        } catch (RuntimeException worse) {
            fault.addSuppressed(worse);
        }
    }

    /** Opens the writer's connection again; the old one is closed if that is still possible. */
    WriterConnection reopen(WriterConnection old) {
        try {
            old.close();
        } catch (SqlFault alreadyGone) {
            // It failed before: what matters is whether a new one opens.
        }
        return open();
    }

    void commit(Transaction tx) {
        gate.commit(tx::commit);
    }

    Db reader() {
        return connect("query_only=1", "cache_size=-8192");
    }

    /** A connection with the pragmas that all share, and its own. */
    Db connect(String... pragmas) {
        var config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(5_000);
        var db = new Db(connection(config));
        try {
            db.script("PRAGMA trusted_schema=OFF;\n");
            for (var pragma : pragmas) db.script("PRAGMA " + pragma + ";\n");
            return db;
        } catch (RuntimeException fault) {
            closeAfter(fault, db);
            throw fault;
        }
    }

    private Connection connection(SQLiteConfig config) {
        try {
            return DriverManager.getConnection(url(), config.toProperties());
        } catch (SQLException e) {
            throw new SqlFault("cannot open the store", e);
        }
    }

    private String url() {
        return switch (location) {
            case StoreSettings.Location.File(var path) -> "jdbc:sqlite:" + path;
            case StoreSettings.Location.Memory(var name) ->
                "jdbc:sqlite:file:" + name + "?mode=memory&cache=shared";
        };
    }
}
