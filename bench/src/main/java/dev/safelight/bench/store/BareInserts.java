package dev.safelight.bench.store;

import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Statement;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The floor: one row each into one table, with the same group commit on the same disk. */
final class BareInserts {
    private static final int BATCH = 1_000;
    private final ConcurrentLinkedQueue<Insert> queue = new ConcurrentLinkedQueue<>();
    private final Statement begin;
    private final Statement commit;
    private final Appender<Insert> rows;
    private final Stepper stepper = new Stepper();

    private record Insert(long number, String body, CompletableFuture<Void> answer) {}

    private BareInserts(Db db) {
        db.script("CREATE TABLE bare(n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;\n");
        begin = db.prepare("BEGIN IMMEDIATE");
        commit = db.prepare("COMMIT");
        rows = Appender.<Insert>into("bare")
                .number("n", Insert::number)
                .text("body", Insert::body)
                .prepare(db);
    }

    static Cost run(Path file, int submitters, int warm, int count) {
        try (var db = Sqlite.open(file, "synchronous=FULL", "wal_autocheckpoint=8000")) {
            var bare = new BareInserts(db);
            try (var stepper = bare.stepper) {
                var writer = stepper.start("bare-writer", bare::step);
                var asking = new Submitters(bare::insert);
                asking.run(submitters, warm);
                var start = Cost.Start.of(writer);
                return start.stop(count, asking.run(submitters, count));
            }
        }
    }

    private CompletableFuture<Void> insert(long number) {
        var insert = new Insert(number, Orders.input(number), new CompletableFuture<>());
        queue.add(insert);
        stepper.wake();
        return insert.answer();
    }

    private Instant step(Instant now) {
        List<Insert> batch = new ArrayList<>();
        Insert next;
        while (batch.size() < BATCH && (next = queue.poll()) != null) batch.add(next);
        if (batch.isEmpty()) return Instant.MAX;
        begin.run();
        batch.forEach(rows::add);
        rows.flush();
        commit.run();
        for (var insert : batch) insert.answer().complete(null);
        return now;
    }
}
