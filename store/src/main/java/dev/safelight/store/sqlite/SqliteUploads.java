package dev.safelight.store.sqlite;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.text.TextSize;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.core.upload.Upload;
import dev.safelight.core.upload.UploadStore;
import dev.safelight.core.upload.UploadVerdict;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.store.sqlite.files.FileRow;
import dev.safelight.store.sqlite.files.FileSource;
import dev.safelight.store.sqlite.reads.UploadReads;
import dev.safelight.store.sqlite.telling.Telling;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Uploads: decided within batches, one after the other, so that a quota is kept to the byte. */
final class SqliteUploads implements UploadStore {
    private final Writer writer;
    private final UploadReads reads;
    private final FileChanges changes;

    SqliteUploads(Writer writer, UploadReads reads, FileChanges changes) {
        this.writer = writer;
        this.reads = reads;
        this.changes = changes;
    }

    @Override
    public CompletableFuture<UploadVerdict> begin(
            NewUpload upload, Instant until, int mostPending) {
        return writer.rare(tx -> {
            var uploads = tx.files().uploads();
            if (uploads.pending(upload.account(), tx.now()) >= mostPending)
                return new UploadVerdict.TooManyPending(mostPending);
            var begun = new Upload(upload, tx.now(), until, null);
            uploads.insert(begun);
            return new UploadVerdict.Waiting(begun);
        });
    }

    @Override
    public CompletableFuture<Optional<Upload>> find(AssetId id) {
        return reads.find(id);
    }

    @Override
    public CompletableFuture<UploadVerdict> finish(AssetId id, Received received) {
        return writer.rare(tx -> {
            var upload = tx.files().uploads().find(id);
            if (upload == null) return new UploadVerdict.NotOpen();
            var refusal = overQuota(tx, upload.what(), received);
            if (refusal != null) return refusal;
            tx.files().uploads().delete(id);
            return store(tx, upload.what(), received, upload.created());
        });
    }

    @Override
    public CompletableFuture<UploadVerdict> add(NewUpload upload, Received received) {
        return writer.rare(tx -> {
            var earlier = tx.files().files().find(upload.id());
            if (earlier != null) {
                if (earlier.state().isKept(tx.now())) return new UploadVerdict.NotOpen();
                expire(tx, earlier);
            }
            var refusal = overQuota(tx, upload, received);
            return refusal == null ? store(tx, upload, received, tx.now()) : refusal;
        });
    }

    /** By the limit as of this point of the batch. */
    private static @Nullable UploadVerdict overQuota(
            Transaction tx, NewUpload upload, Received received) {
        var account = upload.account();
        long limit = tx.accounts().read(account).limits().storageBytes();
        if (limit == 0) return null;
        long used = tx.files().storage().used(account);
        boolean fits = taken(upload, received) <= limit - used;
        return fits ? null : new UploadVerdict.OverQuota(limit, used);
    }

    /** What it counts for; the same is given back when it expires. */
    private static long taken(NewUpload upload, Received received) {
        return received.blob().bytes() + TextSize.of(upload.wish().transcript());
    }

    private static UploadVerdict store(
            Transaction tx, NewUpload upload, Received received, Instant created) {
        var contents = received.contents();
        var file = new NewAsset(
                upload.id(),
                received.blob(),
                contents.contentType(),
                upload.wish().name(),
                contents.facts().json().toString(),
                upload.expires(tx.now()));
        var asset = new Asset(file, upload.account(), created, null);
        long row = tx.files().files().write(asset, upload, tx.now());
        tx.files().storage().add(upload.account(), taken(upload, received));
        long account = upload.account().number();
        var body = FeedJson.fileStored(upload.id());
        long change = tx.events().append(account, Subject.FILE, row, tx.now(), body);
        var told = new Telling.FileEntry(account, row, change, contents.contentType());
        tx.telling().file(told, DeliveryRules.FILE_STORED, tx.now());
        return new UploadVerdict.Stored(asset);
    }

    @Override
    public CompletableFuture<Boolean> refuse(AssetId id, Inspection.Refused why) {
        return writer.rare(tx -> {
            var refused = tx.files().uploads().refuse(id, why, tx.now());
            if (refused == null) return false;
            var body = FeedJson.fileRefused(id);
            long account = refused.account();
            long change = tx.events().append(account, Subject.FILE, refused.row(), tx.now(), body);
            var told = new Telling.FileEntry(account, refused.row(), change, "");
            tx.telling().file(told, DeliveryRules.FILE_REFUSED, tx.now());
            return true;
        });
    }

    @Override
    public CompletableFuture<Long> used(AccountId account) {
        return reads.used(account);
    }

    @Override
    public CompletableFuture<Integer> forget(Instant before, int limit) {
        return writer.rare(tx -> tx.files().uploads().forget(before, limit));
    }

    @Override
    public CompletableFuture<Integer> expire(Instant moment, int limit) {
        return writer.rare(tx -> {
            var expired = tx.files().files().expired(moment, limit);
            for (var file : expired) expire(tx, file);
            return expired.size();
        });
    }

    private void expire(Transaction tx, FileRow file) {
        boolean hasEnded = !tx.files().files().end(file, tx.now());
        if (!hasEnded && file.source() == FileSource.UPLOADED)
            tx.files().storage().giveBack(file.account(), file.state().taken());
        changes.tell(tx, file.id());
    }
}
