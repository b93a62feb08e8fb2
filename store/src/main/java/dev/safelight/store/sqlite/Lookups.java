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
    static final Duration KEPT = Duration.ofHours(24);

    private final Statement readIdempotency;
    private final Statement forget;
    private final Statement readBody;
    private final Statement readRow;
    private final Statement writeCheckpoint;
    private final Map<Fingerprint, Earlier> earlier = new HashMap<>();
    private final List<Long> outdated = new ArrayList<>();

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

    Lookups(Db db, SqlFile sql) {
        readIdempotency = db.prepare(sql.get("read-idempotency"));
        forget = db.prepare(sql.get("forget-idempotency"));
        readBody = db.prepare(sql.get("read-event-body"));
        readRow = db.prepare(sql.get("read-row"));
        writeCheckpoint = db.prepare(sql.get("write-checkpoint"));
    }

    /** Reads what came before under these keys. */
    void openIdempotency(Collection<Fingerprint> keys, Instant now) {
        InList.each(
                readIdempotency,
                List.copyOf(keys),
                (statement, key) -> statement.bind(Bytes.of(key)),
                row -> {
                    var key = Bytes.fingerprint(row.bytes());
                    long number = row.number();
                    Id id = Bytes.id(row.bytes());
                    boolean old = row.number() + KEPT.toMillis() <= now.toEpochMilli();
                    var request = Bytes.fingerprint(row.bytes());
                    var ref = new TaskRef(new TaskId(id), number);
                    if (old) outdated.add(number);
                    else earlier.put(key, new Earlier(ref, request, row.number(), null));
                });
        // Before the batch inserts: the unique index must let an outdated key be used again.
        for (long number : outdated) forget.bind(number).runOne();
        outdated.clear();
    }

    @Nullable
    Earlier earlier(Fingerprint key) {
        return earlier.get(key);
    }

    /** Remembers a key for the rest of the batch. */
    void remember(Fingerprint key, Earlier submit) {
        earlier.put(key, submit);
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

    void flush() {
        earlier.clear();
    }

    void clear() {
        earlier.clear();
        outdated.clear();
    }
}
