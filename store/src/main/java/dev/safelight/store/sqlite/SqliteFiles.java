package dev.safelight.store.sqlite;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.store.sqlite.files.FileRow;
import dev.safelight.store.sqlite.reads.FileReads;
import dev.safelight.store.sqlite.rows.SearchTable;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Files: changed within batches, and answered as they are after the commit. */
final class SqliteFiles implements Files {
    private final Writer writer;
    private final FileReads reads;
    private final FileChanges changes;
    private final InstantSource clock;

    /**
     * @param clock by which files expire
     */
    SqliteFiles(Writer writer, FileReads reads, FileChanges changes, InstantSource clock) {
        this.writer = writer;
        this.reads = reads;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Optional<StoredFile>> find(AccountId account, AssetId id) {
        return reads.find(account, id);
    }

    @Override
    public CompletableFuture<List<StoredFile.Whole>> findAll(AccountId account, Set<AssetId> ids) {
        return reads.findAll(account, ids);
    }

    @Override
    public CompletableFuture<FilePage> list(
            AccountId account, @Nullable KeyId maker, @Nullable Cursor after, int limit) {
        return reads.list(account, maker, clock.instant(), after, limit);
    }

    @Override
    public CompletableFuture<Optional<StoredFile>> archive(AccountId account, AssetId id) {
        return writer.rare(tx -> end(tx, account, id))
                .thenCompose(ended -> ended.isPresent()
                        ? CompletableFuture.completedFuture(ended)
                        : archiveWhole(account, id).thenApply(whole -> whole.map(file -> file)));
    }

    /** What was to come and comes no more. */
    private Optional<StoredFile> end(Transaction tx, AccountId account, AssetId id) {
        var ended = tx.files().uploads().end(account, id, tx.now());
        if (ended == null) return Optional.empty();
        changes.tell(tx, id);
        return Optional.of(new StoredFile.Missing(ended));
    }

    private CompletableFuture<Optional<StoredFile.Whole>> archiveWhole(
            AccountId account, AssetId id) {
        return change(account, id, (tx, file) -> {
            if (file.state().isArchived()) return;
            tx.files().files().archive(file, tx.now());
            new SearchTable(tx::prepare).remove(file.number());
            tell(tx, file, FeedJson.fileArchived(id));
        });
    }

    @Override
    public CompletableFuture<Optional<StoredFile.Whole>> showPublicly(
            AccountId account, AssetId id, Id preview) {
        return change(account, id, (tx, file) -> {
            if (file.state().isArchived() || file.state().preview() != null) return;
            tx.files().files().show(file, preview, tx.now());
            tell(tx, file, FeedJson.filePreviewed(id, true));
        });
    }

    @Override
    public CompletableFuture<Optional<StoredFile.Whole>> hide(AccountId account, AssetId id) {
        return change(account, id, (tx, file) -> {
            if (file.state().preview() == null) return;
            tx.files().files().show(file, null, tx.now());
            tell(tx, file, FeedJson.filePreviewed(id, false));
        });
    }

    private CompletableFuture<Optional<StoredFile.Whole>> change(
            AccountId account, AssetId id, BiConsumer<Transaction, FileRow> change) {
        return writer.rare(tx -> {
                    var file = tx.files().files().find(account, id);
                    if (file == null || !file.state().isKept(clock.instant())) return false;
                    change.accept(tx, file);
                    changes.tell(tx, id);
                    return true;
                })
                .thenCompose(isThere -> isThere
                        ? reads.findWhole(account, id)
                        : CompletableFuture.completedFuture(Optional.empty()));
    }

    private static void tell(Transaction tx, FileRow file, String body) {
        long account = file.account().number();
        tx.events().append(account, Subject.FILE, file.number(), tx.now(), body);
    }

    @Override
    public CompletableFuture<Optional<Rendition>> rendition(AssetId id, Rendition.Size size) {
        return reads.rendition(id, size);
    }

    @Override
    public void onChanged(Consumer<AssetId> listener) {
        changes.listen(listener);
    }

    @Override
    public CompletableFuture<Optional<StoredFile.Whole>> findPublic(Id preview) {
        return reads.findPublic(preview, clock.instant());
    }
}
