package dev.safelight.store.sqlite.connect;

import dev.safelight.store.disk.DurableFolder;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Migrations;
import dev.safelight.store.sql.SchemaVersion;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings a file's schema up to date; what is there is copied before a migration changes it. */
final class Schema {
    private static final List<String> SCRIPTS = Stream.of(
                    "0001-first.sql",
                    "0002-log-and-deliveries.sql",
                    "0003-keys-and-audit.sql",
                    "0004-limits.sql",
                    "0005-along-keys.sql",
                    "0006-audit-of-actors.sql",
                    "0007-files.sql",
                    "0008-search.sql",
                    "0009-files-of-tasks.sql",
                    "0010-deliveries.sql",
                    "0011-log-mark.sql",
                    "0012-meanings.sql")
            .map(name -> SqlFile.text(Schema.class, name))
            .toList();
    private static final SchemaVersion VERSION = new SchemaVersion(
            "PRAGMA user_version", "BEGIN IMMEDIATE", number -> "PRAGMA user_version=" + number);
    private static final Migrations MIGRATIONS = new Migrations(SCRIPTS, VERSION);

    private Schema() {}

    /**
     * @param file where the database is, or null in memory
     */
    static void bringUpToDate(Db db, @Nullable Path file) {
        MIGRATIONS.run(db, () -> {
            if (file != null)
                snapshot(db, file.resolveSibling("before-schema-" + MIGRATIONS.latest() + ".db"));
        });
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
}
