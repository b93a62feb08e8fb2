package dev.safelight.store.sqlite.telling;

import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.KeyId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

/** Which endpoints are told again, how far that has come, and what the entries are about. */
final class ReplayTable {
    private final Statement begin;
    private final Statement move;
    private final Statement end;
    private final Statement delete;
    private final Query<Facts> facts;
    private final Query<Long> earliest;

    /**
     * What an entry of the log is about.
     *
     * @param key that asked for the task, or null
     * @param contentType of the file, or null
     */
    record Facts(
            Subject subject,
            long object,
            @Nullable KeyId key,
            @Nullable String contentType) {
        private static Query.Reader<Facts> over(Columns columns) {
            int subject = columns.at("subject");
            int object = columns.at("object");
            int key = columns.at("key");
            int type = columns.at("type");
            return row -> {
                Long asker = row.numberOrNull(key);
                return new Facts(
                        Subject.of(row.integer(subject)),
                        row.number(object),
                        asker == null ? null : new KeyId(asker),
                        row.textOrNull(type));
            };
        }
    }

    ReplayTable(Db db, SqlFile sql) {
        begin = db.prepare(sql.get("begin-replay"));
        move = db.prepare(sql.get("move-replay"));
        end = db.prepare(sql.get("end-replay"));
        delete = db.prepare(sql.get("delete-replay"));
        facts = db.query(sql.get("read-facts"), Facts::over);
        earliest = db.numbers(sql.get("earliest-change"));
    }

    /** After which change all of an account's log is kept. */
    long earliest(long account) {
        return earliest.bind(account).one();
    }

    void begin(long endpoint, long at, long until) {
        begin.bind(endpoint).bind(at).bind(until).runOne();
    }

    /** Goes on behind a place; false when it began again meanwhile. */
    boolean move(long endpoint, long from, long to) {
        return move.bind(to).bind(endpoint).bind(from).run() == 1;
    }

    /** It ends once it has come to its end. */
    void endIfThere(long endpoint) {
        end.bind(endpoint).run();
    }

    void delete(long endpoint) {
        delete.bind(endpoint).run();
    }

    /** What an entry of an account is about, or null. */
    @Nullable
    Facts facts(long account, long change) {
        return facts.bind(change).bind(account).first();
    }
}
