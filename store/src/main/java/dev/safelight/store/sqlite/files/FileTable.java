package dev.safelight.store.sqlite.files;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Counters;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The rows of files once their bytes are stored: those that came in, and what changes of any. */
public final class FileTable {
    private final Counters counters;
    private final Statement insert;
    private final Statement renew;
    private final Query<FileRow> find;
    private final Query<FileRow> read;
    private final Query<FileRow> expired;
    private final Statement archive;
    private final Statement show;
    private final Statement end;
    private final Statement dropRenditions;

    FileTable(Db db, SqlFile sql, Counters counters) {
        this.counters = counters;
        insert = db.prepare(sql.get("insert-uploaded"));
        renew = db.prepare(sql.get("renew-file"));
        find = db.query(sql.get("find-file"), FileRow::over);
        read = db.query(sql.get("read-file"), FileRow::over);
        expired = db.query(sql.get("expired-files"), FileRow::over);
        archive = db.prepare(sql.get("archive-file"));
        show = db.prepare(sql.get("show-file"));
        end = db.prepare(sql.get("end-file"));
        dropRenditions = db.prepare(sql.get("drop-renditions"));
    }

    /**
     * Adds a file that came in, or shows one again that had ended; its row.
     *
     * @param now when its bytes were stored
     */
    public long write(Asset asset, NewUpload upload, Instant now) {
        var ended = find(asset.file().id());
        if (ended == null) return insert(asset, upload, now);
        renew.bind(millis(asset.file().expires()));
        renew.bind(now.toEpochMilli()).bind(now.toEpochMilli()).bind(counters.nextAsset());
        renew.bind(upload.key().number()).bind(ended.number()).runOne();
        return ended.number();
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : (Long) moment.toEpochMilli();
    }

    private long insert(Asset asset, NewUpload upload, Instant now) {
        long number = counters.nextAsset();
        var file = asset.file();
        insert.bind(number).bind(Bytes.of(file.id().id())).bind(asset.account().number());
        insert.bind(upload.key().number()).bind(Bytes.ofHex(file.blob().sha256()));
        insert.bind(file.blob().bytes()).bind(file.contentType()).bind(file.name());
        insert.bind(file.facts()).bind(upload.wish().transcript());
        insert.bind(asset.created().toEpochMilli()).bind(now.toEpochMilli());
        insert.bind(millis(file.expires())).runOne();
        return number;
    }

    /** Empty answers mean absent or another account's. */
    public @Nullable FileRow find(AccountId account, AssetId id) {
        var found = find(id);
        return found == null || !found.account().equals(account) ? null : found;
    }

    public @Nullable FileRow find(AssetId id) {
        return find.bind(Bytes.of(id.id())).first();
    }

    /** A file that must be there. */
    public FileRow read(long number) {
        return read.bind(number).one();
    }

    /** Leaves it out of lists, and ends its preview. */
    public void archive(FileRow file, Instant now) {
        archive.bind(now.toEpochMilli()).bind(now.toEpochMilli());
        archive.bind(file.number()).runOne();
    }

    /**
     * Makes it public or ends that; it is the one that was updated last.
     *
     * @param preview by which it is found, or null for not any more
     */
    public void show(FileRow file, @Nullable Id preview, Instant now) {
        show.bind(preview == null ? null : Bytes.of(preview)).bind(now.toEpochMilli());
        show.bind(counters.nextAsset()).bind(file.number()).runOne();
    }

    /** Those whose bytes have expired by a moment and that have not ended, at most so many. */
    public List<FileRow> expired(Instant moment, int limit) {
        return expired.bind(moment.toEpochMilli()).bind((long) limit).all();
    }

    /**
     * Its bytes have expired: it is in no list and shows nothing from here on; false when it had
     * ended before.
     */
    public boolean end(FileRow file, Instant now) {
        dropRenditions.bind(file.number()).run();
        return end.bind(now.toEpochMilli()).bind(file.number()).run() == 1;
    }
}
