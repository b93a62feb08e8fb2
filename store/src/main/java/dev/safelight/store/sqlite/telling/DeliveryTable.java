package dev.safelight.store.sqlite.telling;

import dev.safelight.core.feed.Subject;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;
import dev.safelight.store.sqlite.rows.Counters;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What is to be told to whom. A row stays after it was sent; its payload is rendered later. */
final class DeliveryTable {
    /** So few that nobody else waits for it. */
    private static final long DROPPED_AT_ONCE = 1_000;

    private final Counters counters;
    private final Appender<Inserted> rows;
    private final Statement render;
    private final Query<String> payload;
    private final Query<Attempted> attempt;
    private final Statement insertAttempt;
    private final Statement lineUp;
    private final Statement lineUpFresh;
    private final Statement drop;
    private final Query<Row> read;
    private final Query<Row> told;
    private final Statement replay;

    /**
     * What is told: the entry of the log, and the row that it is about.
     *
     * @param occasion null for an entry of a task
     */
    record Entry(
            Subject subject,
            long object,
            long change,
            @Nullable Occasion occasion) {}

    /** A row; {@code target} is an endpoint, or minus the account for a task's callback. */
    private record Inserted(long number, long account, long target, Entry entry, Instant due) {}

    /** What an attempt changed. */
    record Attempted(long count, long target) {
        private static Query.Reader<Attempted> over(Columns columns) {
            int count = columns.at("attempts");
            int target = columns.at("endpoint");
            return row -> new Attempted(row.number(count), row.number(target));
        }
    }

    /** A row that is there. */
    record Row(long number, long target, Delivery.State state) {
        private static Query.Reader<Row> over(Columns columns) {
            int number = columns.at("n");
            int target = columns.at("endpoint");
            int state = columns.at("state");
            return row -> new Row(
                    row.number(number), row.number(target), Delivery.State.of(row.integer(state)));
        }

        boolean hasEnded() {
            return switch (state) {
                case DECIDED, LINED_UP -> false;
                case DELIVERED, FAILED, DROPPED -> true;
            };
        }
    }

    DeliveryTable(Db db, SqlFile sql, Counters counters) {
        this.counters = counters;
        render = db.prepare(sql.get("render-delivery"));
        payload = db.query(sql.get("read-payload"), columns -> {
            int body = columns.at("body");
            return row -> row.text(body);
        });
        attempt = db.query(sql.get("attempt-delivery"), Attempted::over);
        insertAttempt = db.prepare(sql.get("insert-attempt"));
        lineUp = db.prepare(sql.get("line-up"));
        lineUpFresh = db.prepare(sql.get("line-up-fresh"));
        drop = db.prepare(sql.get("drop-deliveries"));
        read = db.query(sql.get("read-delivery"), Row::over);
        told = db.query(sql.get("find-told"), Row::over);
        replay = db.prepare(sql.get("replay-delivery"));
        rows = Appender.<Inserted>into("delivery")
                .number("n", Inserted::number)
                .number("account", Inserted::account)
                .number("endpoint", Inserted::target)
                .number("subject", row -> row.entry().subject().code())
                .number("object", row -> row.entry().object())
                .number("change", row -> row.entry().change())
                .text("occasion", row -> name(row.entry().occasion()))
                .number("due", row -> row.due().toEpochMilli())
                .number("state", row -> Delivery.State.DECIDED.code())
                .number("attempts", row -> 0)
                .prepare(db);
    }

    private static @Nullable String name(@Nullable Occasion occasion) {
        return occasion == null ? null : occasion.name();
    }

    /** Adds what a target is to be told; its number. */
    long add(long account, long target, Entry entry, Instant due) {
        long number = counters.nextDelivery();
        rows.add(new Inserted(number, account, target, entry, due));
        return number;
    }

    /** Keeps a payload, unless there is one; the one that counts, or null for no such delivery. */
    @Nullable
    String render(long number, String body) {
        render.bind(body).bind(number).run();
        return payload.bind(number).first();
    }

    /** It waits in its line until then, unless it has ended. */
    void lineUp(long number, Instant due) {
        lineUp.bind(due.toEpochMilli()).bind(number).run();
    }

    /** What nobody has looked at of an endpoint waits in its line. */
    void lineUpFresh(long endpoint) {
        rows.flush();
        lineUpFresh.bind(endpoint).run();
    }

    /** Drops some of what a deleted endpoint was still to be told; whether more may be left. */
    boolean drop(long endpoint) {
        return drop.bind(endpoint).bind(DROPPED_AT_ONCE).run() == DROPPED_AT_ONCE;
    }

    /**
     * Adds an attempt, and what becomes of the delivery; null if it had ended.
     *
     * @param due when it is due, or null for as before
     */
    @Nullable
    Attempted attempted(long number, Attempt made, Delivery.State state, @Nullable Instant due) {
        attempt.bind(state.code()).bind(due == null ? null : (Long) due.toEpochMilli());
        var changed = attempt.bind(number).first();
        if (changed == null) return null;
        insertAttempt.bind(number).bind(changed.count()).bind(made.at().toEpochMilli());
        Integer status = made.status();
        insertAttempt.bind(status == null ? null : (Long) status.longValue());
        insertAttempt.bind(made.latency().toMillis()).bind(made.note()).runOne();
        return changed;
    }

    /** One of an account's whose endpoint is not deleted, or null. */
    @Nullable
    Row find(long account, long number) {
        rows.flush();
        return read.bind(number).bind(account).first();
    }

    /** What an endpoint was told of an entry, or null. */
    @Nullable
    Row told(long endpoint, Entry entry) {
        rows.flush();
        return told.bind(entry.change())
                .bind(endpoint)
                .bind(name(entry.occasion()))
                .first();
    }

    /** It is sent again, by the whole schedule. */
    void replay(long number, Instant due) {
        replay.bind(due.toEpochMilli()).bind(number).runOne();
    }

    void flush() {
        rows.flush();
    }

    void clear() {
        rows.clear();
    }
}
