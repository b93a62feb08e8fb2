package dev.safelight.store.sqlite.rows;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

/** What the next attempt at a task goes on from. */
public final class CheckpointTable {
    private final Statement write;
    private final Statement delete;

    public CheckpointTable(Db db, SqlFile sql) {
        write = db.prepare(sql.get("write-checkpoint"));
        delete = db.prepare(sql.get("delete-checkpoint"));
    }

    public void write(long task, long fence, String body) {
        write.bind(task).bind(fence).bind(body).runOne();
    }

    public void delete(long task) {
        delete.bind(task).run();
    }
}
