package dev.safelight.store.sqlite.rows;

import dev.safelight.core.task.NewTask;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which files live tasks work on. A task that names none costs nothing here. */
public final class TaskFileTable {
    private final Query<Long> find;
    private final Statement use;
    private final Statement drop;

    public TaskFileTable(Db db, SqlFile sql) {
        find = db.numbers(sql.get("find-file"));
        use = db.prepare(sql.get("use-file"));
        drop = db.prepare(sql.get("drop-files"));
    }

    /** Looks its files up, as of this point of the batch. */
    public NamedFiles find(NewTask submit, Instant now) {
        if (submit.files().isEmpty()) return NamedFiles.NONE;
        long account = submit.header().owner().account().number();
        var rows = new ArrayList<Long>();
        for (var file : submit.files()) {
            find.bind(Bytes.of(file.id())).bind(account);
            Long row = find.bind(now.toEpochMilli()).first();
            if (row == null) return new NamedFiles(rows, file);
            rows.add(row);
        }
        return new NamedFiles(rows, null);
    }

    /** Has a task keep files from here on, by their rows. */
    public void keep(long task, List<Long> files) {
        for (long file : files) use.bind(task).bind(file).runOne();
    }

    /** A task keeps its files no longer. */
    public void drop(long task) {
        drop.bind(task).run();
    }
}
