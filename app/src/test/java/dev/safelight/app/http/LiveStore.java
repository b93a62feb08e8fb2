package dev.safelight.app.http;

import dev.safelight.core.task.Waits;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** The embedded store with its writer thread, and the hub of waits on top of it. */
final class LiveStore implements AutoCloseable {
    final SqliteStore store;
    final Waits waits;
    private final Semaphore asked = new Semaphore(0);
    final ExecutorService readers = Executors.newFixedThreadPool(2);
    private final ExecutorService delivery = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private volatile boolean closing;

    LiveStore(Path folder, VirtualTime time) {
        var hub = new AtomicReference<@Nullable Waits>();
        var around = new SqliteStore.Surroundings(
                changes -> {
                    Waits known = hub.get();
                    if (known != null) known.committed(changes);
                },
                asked::release,
                readers,
                new Random(1),
                CommitGate.OPEN);
        var location = new StoreSettings.Location.File(folder.resolve("s.db"));
        store = SqliteStore.open(new StoreSettings(location, 2, 10_000), around);
        waits = new Waits(store.reads(), delivery);
        hub.set(waits);
        writer.execute(() -> write(time));
    }

    private void write(VirtualTime time) {
        while (!closing) {
            asked.acquireUninterruptibly();
            asked.drainPermits();
            store.writer().step(time.instant());
        }
    }

    @Override
    public void close() {
        closing = true;
        asked.release();
        writer.close();
        readers.close();
        delivery.close();
        store.close();
    }
}
