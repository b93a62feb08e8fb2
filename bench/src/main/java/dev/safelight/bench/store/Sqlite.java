package dev.safelight.bench.store;

import dev.safelight.store.sql.Db;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Files that are looked at or filled beside the store, when it is closed. */
public final class Sqlite {
    private Sqlite() {}

    public static Db open(Path file, String... pragmas) {
        try {
            var db = new Db(DriverManager.getConnection("jdbc:sqlite:" + file));
            db.script("PRAGMA journal_mode=WAL;\n");
            for (var pragma : pragmas) db.script("PRAGMA " + pragma + ";\n");
            return db;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + file, e);
        }
    }
}
