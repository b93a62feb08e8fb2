package dev.safelight.bench.feed;

import dev.safelight.bench.store.OpenStore;
import dev.safelight.bench.store.Sqlite;
import dev.safelight.core.id.AccountId;

import java.nio.file.Path;

/** A file with a long log: nearly all of it one account's, one entry in 200 another's. */
final class LongLog {
    private static final int SLICE = 100_000;
    private static final int ONE_IN = 200;

    private LongLog() {}

    /** Whose they are. */
    record Accounts(AccountId busy, AccountId quiet) {}

    static Accounts write(Path file, int entries) {
        Accounts accounts;
        try (var open = new OpenStore(file)) {
            var opened = open.populate(0);
            accounts = new Accounts(opened.get(0).account(), opened.get(1).account());
        }
        try (var db = Sqlite.open(file, "synchronous=OFF", "wal_autocheckpoint=20000")) {
            long first = db.number("SELECT change+1 FROM clock");
            for (int at = 0; at < entries; at += SLICE) {
                int end = Math.min(entries, at + SLICE);
                db.script("WITH RECURSIVE g(x) AS (SELECT " + at
                        + " UNION ALL SELECT x+1 FROM g WHERE x+1<" + end + ")"
                        + " INSERT INTO event(change, object, seq, account, kind, at, subject,"
                        + " body) SELECT " + first + "+x, x, 0, iif(x%" + ONE_IN + "=0,"
                        + accounts.quiet().number() + "," + accounts.busy().number()
                        + "), 0, (SELECT at FROM clock)+x, 1,"
                        + " printf('{\"v\":4,\"stored\":\"01KB%022d\"}', x) FROM g;\n");
            }
            db.script("UPDATE clock SET change=change+" + entries + ";\n");
            db.number("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return accounts;
    }
}
