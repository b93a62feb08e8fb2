package dev.safelight.store.sqlite.reads;

import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.audit.AuditEntry;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The audit log as of the last commit. */
public final class SqliteAudit implements AuditLog {
    private static final ReadPool.Question<Line> OF_ACCOUNT = question("audit-of-account");
    private static final ReadPool.Question<Line> ALL = question("audit");

    private final ReadPool pool;

    /** A row's number and what it says. */
    private record Line(long row, AuditEntry entry) {}

    public SqliteAudit(ReadPool pool) {
        this.pool = pool;
    }

    private static ReadPool.Question<Line> question(String which) {
        return ReadPool.Question.sql(
                ReadPool.fragment("audit-columns") + " WHERE " + ReadPool.fragment(which),
                SqliteAudit::line);
    }

    @Override
    public CompletableFuture<Page<AuditEntry>> of(
            AccountId account, @Nullable Cursor after, int limit) {
        return Pages.after(
                after,
                below -> pool.read(reader -> {
                    var query = reader.ask(OF_ACCOUNT).bind(account.number());
                    return page(query.bind(below).bind(limit + 1L).all(), limit);
                }));
    }

    @Override
    public CompletableFuture<Page<AuditEntry>> all(@Nullable Cursor after, int limit) {
        return Pages.after(
                after,
                below -> pool.read(reader ->
                        page(reader.ask(ALL).bind(below).bind(limit + 1L).all(), limit)));
    }

    private static Page<AuditEntry> page(List<Line> lines, int limit) {
        var page = Pages.of(lines, limit, Line::row);
        return new Page<>(page.entries().stream().map(Line::entry).toList(), page.next());
    }

    private static Query.Reader<Line> line(Columns columns) {
        int number = columns.at("n");
        int action = columns.at("action");
        int object = columns.at("object");
        int result = columns.at("result");
        int request = columns.at("request");
        int at = columns.at("at");
        var by = by(columns);
        return row -> {
            int refusal = row.integer(result);
            var entry = new AuditEntry(
                    by.read(row),
                    AuditAction.of(row.integer(action)),
                    row.text(object),
                    refusal == 0 ? null : ActRefusal.of(refusal),
                    row.text(request),
                    Instant.ofEpochMilli(row.number(at)));
            return new Line(row.number(number), entry);
        };
    }

    private static Query.Reader<AuditEntry.By> by(Columns columns) {
        int actor = columns.at("actor");
        int key = columns.at("key");
        return row -> {
            byte[] id = row.bytesOrNull(key);
            return new AuditEntry.By(
                    new AccountHandle(Bytes.id(row.bytes(actor))),
                    id == null ? null : new KeyHandle(Bytes.id(id)));
        };
    }
}
