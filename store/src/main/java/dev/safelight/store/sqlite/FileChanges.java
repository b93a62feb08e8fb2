package dev.safelight.store.sqlite;

import dev.safelight.core.asset.AssetId;
import dev.safelight.store.sqlite.writer.Transaction;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells of files whose state has changed, once that is on disk. Safe for many threads. */
final class FileChanges {
    private final List<Consumer<AssetId>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<AssetId> listener) {
        listeners.add(listener);
    }

    /** Before whoever asked for the change is answered. */
    void tell(Transaction tx, AssetId id) {
        tx.afterCommit(() -> listeners.forEach(listener -> listener.accept(id)));
    }
}
