package dev.safelight.bench.store;

import dev.safelight.store.sql.Db;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether what a run has left adds up: a fast bench that loses money measures nothing. */
final class Audit {
    /** What is wrong, and the query that counts it. */
    private static final Map<String, String> COUNTS = counts();

    private Audit() {}

    private static Map<String, String> counts() {
        var counts = new LinkedHashMap<String, String>();
        counts.put("unfinished tasks", "SELECT count(*) FROM task WHERE live IS NOT NULL");
        counts.put("credits still held", "SELECT coalesce(sum(held),0) FROM book");
        counts.put(
                "books that do not sum to zero",
                "SELECT count(*) FROM book WHERE granted+available+held+spent<>0 OR available<0");
        counts.put("books that differ from their entries", """
                SELECT count(*) FROM book b JOIN (SELECT account, sum(granted) g, sum(available) a,
                  sum(held) h, sum(spent) s, count(*) c FROM entry GROUP BY account) e
                ON e.account=b.account WHERE e.g<>b.granted OR e.a<>b.available OR e.h<>b.held
                  OR e.s<>b.spent OR e.c<>b.seq""");
        counts.put(
                "credits spent but not charged",
                "SELECT abs((SELECT sum(spent) FROM book)-(SELECT sum(price) FROM task))");
        counts.put("logs with gaps", """
                SELECT count(*) FROM (SELECT object, count(*) c, max(seq) m, min(seq) l FROM event
                WHERE subject=0 GROUP BY object HAVING c<>m OR l<>1)""");
        counts.put("tasks that differ from their logs", """
                SELECT count(*) FROM task t JOIN (SELECT object, max(seq) m, max(change) c
                  FROM event WHERE subject=0 GROUP BY object) e ON e.object=t.n
                WHERE e.m<>t.version OR e.c<>t.last""");
        counts.put("successes without their file", """
                SELECT abs((SELECT count(*) FROM task WHERE state=3)
                  -(SELECT count(*) FROM asset))""");
        return counts;
    }

    /** Throws unless every count is 0; the store must be closed. */
    static void check(Path file) {
        var wrong = new ArrayList<String>();
        try (Db db = Sqlite.open(file, "cache_size=-200000")) {
            COUNTS.forEach((what, sql) -> {
                long count = db.number(sql);
                if (count != 0) wrong.add(count + " " + what);
            });
        }
        if (!wrong.isEmpty()) throw new IllegalStateException("the books are wrong: " + wrong);
    }
}
