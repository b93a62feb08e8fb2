package dev.safelight.store.sqlite.telling;

import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import java.util.HashMap;
import java.util.Map;

/**
 * How many deliveries of each endpoint have not ended: counted from the rows when the writer's
 * connection opens, then kept in memory, so that no decision has to count. What the open batch
 * changes is laid over it until the batch is written. Confined to the writer thread.
 */
final class Backlog {
    private final Map<Long, Long> waiting = new HashMap<>();
    private final Map<Long, Long> changes = new HashMap<>();

    private record Count(long endpoint, long waiting) {
        static Query.Reader<Count> over(Columns columns) {
            int endpoint = columns.at("endpoint");
            int count = columns.at("waiting");
            return row -> new Count(row.number(endpoint), row.number(count));
        }
    }

    Backlog(Db db, SqlFile sql) {
        db.query(sql.get("count-lined-up"), Count::over).each(this::learn);
        db.query(sql.get("count-fresh"), Count::over).each(this::learn);
    }

    private void learn(Count count) {
        waiting.merge(count.endpoint(), count.waiting(), Long::sum);
    }

    long of(long endpoint) {
        return waiting.getOrDefault(endpoint, 0L) + changes.getOrDefault(endpoint, 0L);
    }

    /** One more waits, or with -1 one less. Callbacks are not counted. */
    void change(long endpoint, int by) {
        if (endpoint > 0) changes.merge(endpoint, (long) by, Long::sum);
    }

    /** Nothing waits any more. */
    void drop(long endpoint) {
        changes.put(endpoint, -waiting.getOrDefault(endpoint, 0L));
    }

    /** The batch is written. If it does not get to the disk, the connection is opened anew. */
    void flush() {
        changes.forEach((endpoint, by) ->
                waiting.merge(endpoint, by, (have, more) -> have + more == 0 ? null : have + more));
        changes.clear();
    }

    void clear() {
        changes.clear();
    }
}
