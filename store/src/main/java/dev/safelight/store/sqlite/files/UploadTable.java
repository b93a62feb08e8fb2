package dev.safelight.store.sqlite.files;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.upload.Upload;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.UploadColumns;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The rows of files whose bytes are not there. */
public final class UploadTable {
    private final Query<Long> count;
    private final Statement insert;
    private final Query<Upload> find;
    private final Statement delete;
    private final Query<Upload> findOwn;
    private final Query<Refused> refuse;
    private final Statement forget;

    /** A row that was refused. */
    public record Refused(long row, long account) {
        private static Query.Reader<Refused> over(Columns columns) {
            int row = columns.at("n");
            int account = columns.at("account");
            return at -> new Refused(at.number(row), at.number(account));
        }
    }

    UploadTable(Db db, SqlFile sql) {
        count = db.numbers(sql.get("count-pending"));
        insert = db.prepare(sql.get("insert-upload"));
        find = db.query(sql.get("find-pending"), UploadColumns::over);
        delete = db.prepare(sql.get("delete-upload"));
        findOwn = db.query(sql.get("find-upload-of-account"), UploadColumns::over);
        refuse = db.query(sql.get("refuse-upload"), Refused::over);
        forget = db.prepare(sql.get("forget-uploads"));
    }

    /** How many of an account's may still begin. */
    public long pending(AccountId account, Instant now) {
        return count.bind(account.number()).bind(now.toEpochMilli()).one();
    }

    public void insert(Upload upload) {
        var what = upload.what();
        var wish = what.wish();
        insert.bind(Bytes.of(what.id().id())).bind(what.account().number());
        insert.bind(what.key().number()).bind(what.text().hex());
        insert.bind(wish.name()).bind(wish.kind()).bind(wish.temporary() ? 1L : 0L);
        insert.bind(wish.transcript()).bind(upload.created().toEpochMilli());
        insert.bind(upload.until().toEpochMilli()).runOne();
    }

    /** One that was not refused, whether it is too late for it or not; or null. */
    public @Nullable Upload find(AssetId id) {
        return find.bind(Bytes.of(id.id())).first();
    }

    public void delete(AssetId id) {
        delete.bind(Bytes.of(id.id())).runOne();
    }

    /**
     * Removes one of an account's, refused or not; null when there is none. It is answered as it
     * ended: nothing comes any more.
     */
    public @Nullable Upload end(AccountId account, AssetId id, Instant now) {
        var ended = findOwn.bind(Bytes.of(id.id())).bind(account.number()).first();
        if (ended == null) return null;
        delete(id);
        var until = ended.until().isBefore(now) ? ended.until() : now;
        return new Upload(ended.what(), ended.created(), until, ended.refused());
    }

    /** Notes why the bytes are not taken, once; null when there was nothing to refuse. */
    public @Nullable Refused refuse(AssetId id, Inspection.Refused why, Instant now) {
        refuse.bind(UploadColumns.code(why.reason())).bind(why.message());
        return refuse.bind(now.toEpochMilli()).bind(Bytes.of(id.id())).first();
    }

    /** Removes rows that ended before a moment, at most so many; how many there were. */
    public int forget(Instant before, int limit) {
        return forget.bind(before.toEpochMilli()).bind((long) limit).run();
    }
}
