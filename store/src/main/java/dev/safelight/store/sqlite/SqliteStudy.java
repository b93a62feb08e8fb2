package dev.safelight.store.sqlite;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.library.StudyQueue;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.store.sqlite.files.FileRow;
import dev.safelight.store.sqlite.files.FileSource;
import dev.safelight.store.sqlite.reads.StudyReads;
import dev.safelight.store.sqlite.reads.StudyReads.Waiting;
import dev.safelight.store.sqlite.telling.Telling;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** What was looked at, as a place among the files of each source: what waits has no row. */
final class SqliteStudy implements StudyQueue {
    private static final int MOST_ATTEMPTS = 3;

    private final Writer writer;
    private final StudyReads reads;
    private final FileChanges changes;

    SqliteStudy(Writer writer, StudyReads reads, FileChanges changes) {
        this.writer = writer;
        this.reads = reads;
        this.changes = changes;
    }

    @Override
    public CompletableFuture<Optional<Asset>> take() {
        return reads.next()
                .thenCompose(next -> next.map(this::take)
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletableFuture<Optional<Asset>> take(Waiting next) {
        return writer.rare(tx -> isTaken(tx, next))
                .thenCompose(isTaken -> isTaken
                        ? CompletableFuture.completedFuture(Optional.of(next.asset()))
                        : take());
    }

    /** False when it was taken often enough, or is done meanwhile. */
    private boolean isTaken(Transaction tx, Waiting next) {
        var progress = tx.files().study().read(next.source());
        if (next.row() <= progress.at()) return false;
        long attempts = progress.attempts(next.row());
        boolean mayBeTaken = attempts < MOST_ATTEMPTS;
        if (mayBeTaken) tx.files().study().take(next.source(), next.row(), attempts + 1);
        else fail(tx, tx.files().files().read(next.row()));
        return mayBeTaken;
    }

    @Override
    public CompletableFuture<Void> done(AssetId id, List<Rendition> renditions) {
        return on(id, (tx, file) -> {
            if (!tx.files().study().end(file)) return;
            for (var rendition : renditions) tx.files().study().write(file, rendition);
            tell(tx, file, true);
        });
    }

    @Override
    public CompletableFuture<Void> failed(AssetId id) {
        return on(id, this::fail);
    }

    private void fail(Transaction tx, FileRow file) {
        if (!tx.files().study().end(file)) return;
        tx.files().study().markUnreadable(file);
        tell(tx, file, false);
    }

    @Override
    public CompletableFuture<Void> putBack(AssetId id) {
        return on(id, (tx, file) -> tx.files().study().putBack(file));
    }

    private CompletableFuture<Void> on(AssetId id, BiConsumer<Transaction, FileRow> change) {
        return writer.rare(tx -> {
                    var file = tx.files().files().find(id);
                    if (file != null) change.accept(tx, file);
                    return true;
                })
                .thenAccept(done -> {});
    }

    /** Of a file that a task made its task tells; that it was looked at changes nothing there. */
    private void tell(Transaction tx, FileRow file, boolean isReadable) {
        changes.tell(tx, file.id());
        if (file.source() == FileSource.MADE) return;
        long account = file.account().number();
        var body = FeedJson.fileStudied(file.id(), isReadable);
        long row = file.number();
        long change = tx.events().append(account, Subject.FILE, row, tx.now(), body);
        var told = new Telling.FileEntry(account, row, change, file.contentType());
        tx.telling().file(told, DeliveryRules.studied(isReadable), tx.now());
    }
}
