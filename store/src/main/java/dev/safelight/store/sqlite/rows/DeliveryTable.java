package dev.safelight.store.sqlite.rows;

import dev.safelight.core.feed.Subject;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What is to be told to whom. A row stays after it was sent; its payload is rendered later. */
public final class DeliveryTable {
    private final Counters counters;
    private final Appender<Inserted> rows;
    private final Statement render;
    private final Query<String> payload;
    private final Query<Long> attempt;
    private final Statement insertAttempt;
    private final Statement lineUp;

    /** A row about a task's entry; {@code endpoint} is null for the task's own callback. */
    private record Inserted(
            long number,
            long account,
            @Nullable Long endpoint,
            long task,
            long change,
            Instant due) {}

    public DeliveryTable(Db db, SqlFile sql, Counters counters) {
        this.counters = counters;
        render = db.prepare(sql.get("render-delivery"));
        payload = db.query(sql.get("read-payload"), columns -> {
            int body = columns.at("body");
            return row -> row.text(body);
        });
        attempt = db.numbers(sql.get("attempt-delivery"));
        lineUp = db.prepare(sql.get("line-up"));
        insertAttempt = db.prepare(sql.get("insert-attempt"));
        rows = Appender.<Inserted>into("delivery")
                .number("n", Inserted::number)
                .number("account", Inserted::account)
                .numberOrNull("endpoint", Inserted::endpoint)
                .number("subject", row -> Subject.TASK.code())
                .number("object", Inserted::task)
                .number("change", Inserted::change)
                .number("due", row -> row.due().toEpochMilli())
                .number("state", row -> Delivery.State.DECIDED.code())
                .number("attempts", row -> 0)
                .prepare(db);
    }

    /** Adds what an endpoint, or the task's callback, is to be told of a task's entry. */
    public void add(long account, @Nullable Long endpoint, long task, long change, Instant due) {
        rows.add(new Inserted(counters.nextDelivery(), account, endpoint, task, change, due));
    }

    /** Keeps a payload, unless there is one; the one that counts, or null for no such delivery. */
    public @Nullable String render(long number, String body) {
        render.bind(body).bind(number).run();
        return payload.bind(number).first();
    }

    /** It waits in the line of its target, unless somebody has looked at it before. */
    public void lineUp(long number) {
        lineUp.bind(number).run();
    }

    /** Adds an attempt, and what becomes of the delivery; whether it had not ended. */
    public boolean attempted(long number, Attempt made, Delivery.State state, Instant due) {
        attempt.bind(state.code()).bind(due.toEpochMilli());
        Long count = attempt.bind(number).first();
        if (count == null) return false;
        insertAttempt.bind(number).bind(count.longValue()).bind(made.at().toEpochMilli());
        Integer status = made.status();
        insertAttempt.bind(status == null ? null : status.longValue());
        insertAttempt.bind(made.latency().toMillis()).bind(made.note()).runOne();
        return true;
    }

    public void flush() {
        rows.flush();
    }

    public void clear() {
        rows.clear();
    }
}
