package dev.safelight.bench.store;

import dev.safelight.core.access.Principal;
import dev.safelight.store.sql.Db;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file with so many finished tasks in it. One real lifecycle is run through the store, then its
 * rows are copied by SQL, so they have the store's own shapes and sizes; ledger chains and books
 * are kept right, so that the file passes the audit.
 */
final class History {
    private static final int SLICE = 50_000;
    /** Submitted, started, progressed, succeeded. */
    private static final int EVENTS = 4;
    /** Hold and capture. */
    private static final int ENTRIES = 2;
    /** A finished task every two seconds, the last one now: a million in 23 days. */
    private static final long APART = 2_000;

    /** The first of every kind of number that the copies get, and what to copy. */
    private record From(long task, long change, long entry, long asset, long created) {}

    private final Db db;
    private final int tasks;
    private final From from;
    private final int accounts;

    private History(Db db, int tasks, int accounts) {
        this.db = db;
        this.tasks = tasks;
        this.accounts = accounts;
        from = new From(
                db.number("SELECT task+1 FROM clock"),
                db.number("SELECT change+1 FROM clock"),
                db.number("SELECT entry+1 FROM clock"),
                db.number("SELECT asset+1 FROM clock"),
                db.number("SELECT at FROM clock") - tasks * APART);
    }

    /** Fills a fresh file; returns its accounts, of which the first has the pattern task. */
    static List<Principal> write(Path file, int tasks, int slots) throws Exception {
        List<Principal> accounts;
        try (var open = new OpenStore(file)) {
            accounts = open.populate(slots);
        }
        if (tasks == 0) return accounts;
        new Lifecycles(1, 0, 1).run(file, accounts.subList(0, 1));
        try (var db = Sqlite.open(
                file, "synchronous=OFF", "wal_autocheckpoint=20000", "cache_size=-400000")) {
            new History(db, tasks, accounts.size() - 1).fill();
            db.number("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return accounts;
    }

    private void fill() {
        var indexes = dropIndexes();
        db.script("BEGIN;\n");
        for (int at = 0; at < tasks; at += SLICE) {
            slice(at, Math.min(tasks, at + SLICE));
            db.script("COMMIT;\nBEGIN;\n");
        }
        books();
        keys();
        db.script("COMMIT;\n");
        indexes.forEach((name, sql) -> db.script(sql + ";\n"));
    }

    /** Built once at the end they cost a tenth. */
    private Map<String, String> dropIndexes() {
        var indexes = new TreeMap<String, String>();
        var query = "SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL";
        db.query(query, columns -> row -> Map.entry(row.text(1), row.text(2)))
                .each(index -> indexes.put(index.getKey(), index.getValue()));
        indexes.keySet().forEach(name -> db.script("DROP INDEX " + name + ";\n"));
        return indexes;
    }

    private void slice(int first, int end) {
        String numbers = "WITH RECURSIVE g(x) AS (SELECT " + first
                + " UNION ALL SELECT x+1 FROM g WHERE x+1<" + end + ") ";
        // Tasks first: entries look their ids up.
        fill(numbers, "task", "p.n=" + (from.task() - 1), taskColumns());
        fill(
                numbers,
                "event",
                "p.subject=0 AND p.change>=" + (from.change() - EVENTS),
                eventColumns());
        fill(numbers, "entry", "p.n>=" + (from.entry() - ENTRIES), entryColumns());
        fill(numbers, "asset", "p.n=" + (from.asset() - 1), assetColumns());
    }

    private void fill(String numbers, String table, String pattern, Map<String, String> columns) {
        db.script(numbers + copy(table, columns) + " FROM g, " + pattern(table, pattern) + ";\n");
    }

    /** The pattern's rows, taken before the copies join them. */
    private String pattern(String table, String where) {
        return "(SELECT * FROM " + table + " p WHERE " + where + " LIMIT "
                + (table.equals("event") ? EVENTS : table.equals("entry") ? ENTRIES : 1) + ") p";
    }

    /** All columns as they are in the pattern row, except those that must differ. */
    private String copy(String table, Map<String, String> changed) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        var query = "SELECT name FROM pragma_table_info('" + table + "')";
        db.query(query, columns -> row -> row.text(1)).each(name -> {
            names.add(name);
            values.add(changed.getOrDefault(name, "p." + name));
        });
        return "INSERT INTO " + table + "(" + String.join(",", names) + ") SELECT "
                + String.join(",", values);
    }

    private String account() {
        return "(2+x%" + accounts + ")";
    }

    private String id() {
        return "CAST(unhex(printf('%012x'," + created() + "))||randomblob(10) AS BLOB)";
    }

    private String created() {
        return from.created() + "+x*" + APART;
    }

    private Map<String, String> taskColumns() {
        String first = from.change() + "+x*4";
        return Map.of(
                "n",
                from.task() + "+x",
                "id",
                id(),
                "account",
                account(),
                "key",
                account(),
                "created",
                created(),
                "first",
                first,
                "last",
                first + "+3",
                "result",
                first + "+3",
                "request",
                "randomblob(16)",
                "idem",
                "randomblob(16)");
    }

    private Map<String, String> eventColumns() {
        return Map.of(
                "change", from.change() + "+x*4+p.seq-1",
                "object", from.task() + "+x",
                "prev", "CASE WHEN p.seq>1 THEN " + from.change() + "+x*4+p.seq-2 END",
                "account", account(),
                "at", created());
    }

    /** Two entries a task, the hold first; the account's first follows its grant. */
    private Map<String, String> entryColumns() {
        String second = "(p.kind<>1)";
        String before = "CASE WHEN " + second + " THEN " + from.entry() + "+x*2 WHEN x<" + accounts
                + " THEN (SELECT last FROM book WHERE account=" + account() + ") ELSE "
                + from.entry() + "+(x-" + accounts + ")*2+1 END";
        return Map.of(
                "n",
                from.entry() + "+x*2+" + second,
                "account",
                account(),
                "seq",
                "2+x/" + accounts + "*2+" + second,
                "prev",
                before,
                "task",
                "(SELECT id FROM task WHERE n=" + from.task() + "+x)",
                "at",
                created());
    }

    private Map<String, String> assetColumns() {
        return Map.of(
                "n",
                from.asset() + "+x",
                "id",
                id(),
                "account",
                account(),
                "task",
                from.task() + "+x",
                "digest",
                "randomblob(32)",
                "created",
                created());
    }

    private void books() {
        String count = "((" + tasks + "-(account-2)+" + (accounts - 1) + ")/" + accounts + ")";
        String price = "(SELECT price FROM task WHERE n=1)";
        db.script("UPDATE book SET seq=seq+2*" + count + ", available=available-" + price + "*"
                + count + ", spent=spent+" + price + "*" + count + ", last=" + from.entry()
                + "+((account-2)+(" + count + "-1)*" + accounts + ")*2+1 WHERE account>1 AND "
                + count + ">0;\n");
        db.script("UPDATE clock SET task=task+" + tasks + ", change=change+4*" + tasks
                + ", entry=entry+2*" + tasks + ", asset=asset+" + tasks + ";\n");
    }

    /** As if all had been submitted today and their keys had moved to disk. */
    private void keys() {
        db.script("INSERT INTO idempotency(day, key, task) SELECT (SELECT at/86400000 FROM clock),"
                + " idem, n FROM task WHERE n>=" + from.task() + " ORDER BY idem;\n");
        db.script("UPDATE clock SET keyed=task;\n");
    }
}
