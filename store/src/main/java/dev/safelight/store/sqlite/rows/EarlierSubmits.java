package dev.safelight.store.sqlite.rows;

import dev.safelight.core.task.Earlier;
import dev.safelight.core.task.EventJson;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.SubmitRules;
import dev.safelight.core.task.TaskId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came before under the names that a batch's submits give: read from the rows when the batch
 * opens, and laid over with what the batch itself takes up.
 */
public final class EarlierSubmits {
    private final IdempotencyKeys keys;
    private final Query<Keyed> readKeyed;
    private final Query<Known> readByOutId;
    private final Query<String> readAnswer;
    private final Map<Fingerprint, Known> byKey = new HashMap<>();
    private final Map<OutId, Known> byOutId = new HashMap<>();

    /** The caller's own id of a task: unique for an API key. */
    public record OutId(long key, String text) {}

    /**
     * A submit that came before.
     *
     * @param first the change of its task's first entry
     * @param answer as it was given, or null while it is only in the rows
     */
    public record Known(
            Earlier earlier, long first, @Nullable String answer) {}

    private record Keyed(Fingerprint key, Instant created, Known known) {}

    public EarlierSubmits(Db db, SqlFile sql, IdempotencyKeys keys) {
        this.keys = keys;
        readKeyed = db.query(sql.get("read-keyed-tasks"), EarlierSubmits::keyed);
        readByOutId = db.query(sql.get("read-out-id"), EarlierSubmits::known);
        readAnswer = db.query(sql.get("read-answer"), EarlierSubmits::answer);
    }

    private static Query.Reader<Keyed> keyed(Columns columns) {
        int key = columns.at("idem");
        int created = columns.at("created");
        var known = known(columns);
        return row -> new Keyed(
                Bytes.fingerprint(row.bytes(key)),
                Instant.ofEpochMilli(row.number(created)),
                known.read(row));
    }

    private static Query.Reader<Known> known(Columns columns) {
        int id = columns.at("id");
        int request = columns.at("request");
        int first = columns.at("first");
        return row -> {
            var task = new TaskId(Bytes.id(row.bytes(id)));
            byte[] digests = row.bytes(request);
            var earlier =
                    new Earlier(task, Bytes.fingerprint(digests), Bytes.lastFingerprint(digests));
            return new Known(earlier, row.number(first), null);
        };
    }

    private static Query.Reader<String> answer(Columns columns) {
        int answer = columns.at("answer");
        int body = columns.at("body");
        return row -> {
            String json = row.textOrNull(answer);
            return json == null ? EventJson.answerInVersion1(row.text(body)) : json;
        };
    }

    /** Reads what came before under these keys and is still remembered. */
    public void openKeys(Collection<Fingerprint> asked, Instant now) {
        InList.each(readKeyed, List.copyOf(keys.tasks(asked, now)), Query::bind, row -> {
            if (SubmitRules.isRemembered(row.created(), now)) byKey.put(row.key(), row.known());
        });
    }

    /** Reads what came before under these ids. */
    public void openOutIds(Collection<OutId> asked) {
        for (var id : asked) {
            var known = readByOutId.bind(id.key()).bind(id.text()).first();
            if (known != null) byOutId.put(id, known);
        }
    }

    public @Nullable Known find(@Nullable Fingerprint key) {
        return key == null ? null : byKey.get(key);
    }

    public @Nullable Known find(@Nullable OutId id) {
        return id == null ? null : byOutId.get(id);
    }

    /** The batch itself takes this submit up, under these names. */
    public void add(@Nullable Fingerprint key, @Nullable OutId id, Known submit) {
        if (key != null) byKey.put(key, submit);
        if (id != null) byOutId.put(id, submit);
    }

    /** What the earlier submit was answered, as JSON text. */
    public String answer(Known submit) {
        return submit.answer() != null
                ? submit.answer()
                : readAnswer.bind(submit.first()).one();
    }

    /** Forgets what was of one batch. */
    public void clear() {
        byKey.clear();
        byOutId.clear();
    }
}
