package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRef;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch must know of rows that are not in memory: idempotency keys, and tasks by id. */
final class Lookups {
    /** How long a key is remembered; after that the same key asks anew. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyKeys keys;
    private final Statement readKeyedTasks;
    private final Statement readBody;
    private final Statement readRow;
    private final Statement writeCheckpoint;
    private final Map<Fingerprint, Earlier> earlier = new HashMap<>();

    /**
     * What came before under an idempotency key.
     *
     * @param answer as it was given, or null until it is read
     */
    record Earlier(
            TaskRef task,
            Fingerprint request,
            long first,
            @Nullable String answer) {}

    Lookups(Db db, SqlFile sql, IdempotencyKeys keys) {
        this.keys = keys;
        readKeyedTasks = db.prepare(sql.get("read-keyed-tasks"));
        readBody = db.prepare(sql.get("read-event-body"));
        readRow = db.prepare(sql.get("read-row"));
        writeCheckpoint = db.prepare(sql.get("write-checkpoint"));
    }

    /** Reads what came before under these keys. */
    void openIdempotency(Collection<Fingerprint> asked, Instant now) {
        InList.each(readKeyedTasks, List.copyOf(keys.tasks(asked, now)), Statement::bind, row -> {
            var key = Bytes.fingerprint(row.bytes());
            long number = row.number();
            Id id = Bytes.id(row.bytes());
            boolean old = row.number() + KEPT.toMillis() <= now.toEpochMilli();
            var request = Bytes.fingerprint(row.bytes());
            var ref = new TaskRef(new TaskId(id), number);
            if (!old) earlier.put(key, new Earlier(ref, request, row.number(), null));
        });
    }

    @Nullable
    Earlier earlier(Fingerprint key) {
        return earlier.get(key);
    }

    /** Remembers a key, from its batch's commit on for good. */
    void remember(Fingerprint key, Earlier submit, Transaction tx) {
        earlier.put(key, submit);
        tx.answer(() -> keys.used(key, submit.task().row()));
    }

    /** The answer that the earlier submit got. */
    String answer(Earlier submit) {
        if (submit.answer() != null) return submit.answer();
        var answers = new ArrayList<String>(1);
        readBody.bind(submit.first())
                .each(row -> answers.add(Bodies.read(row.text()).get("answer").toString()));
        return answers.getFirst();
    }

    /** The row of an account's task, or null. */
    @Nullable
    Long row(AccountId account, TaskId task) {
        var rows = new ArrayList<Long>(1);
        readRow.bind(Bytes.of(task.id()))
                .bind(account.number())
                .each(row -> rows.add(row.number()));
        return rows.isEmpty() ? null : rows.getFirst();
    }

    void writeCheckpoint(Live live, String body) {
        writeCheckpoint
                .bind(live.row())
                .bind(live.task.stamp().fence())
                .bind(body)
                .runOne();
        live.checkpointed = true;
    }

    /** Forgets what was of one batch. */
    void clear() {
        earlier.clear();
    }
}
