package dev.safelight.bench.store;

import dev.safelight.bench.Threads;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Eight workers on virtual threads: claim up to 64, one progress each, one result each. */
final class Workers implements AutoCloseable {
    private static final int WORKERS = 8;
    private static final int CLAIM = 64;
    private static final int SLOTS = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private final TaskStore store;
    private final Semaphore backlog;
    private final Ids ids = new Ids(InstantSource.system(), OpenStore.CHANCE);
    private final AtomicLong done = new AtomicLong();
    private final List<WorkerId> entered = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param backlog gets a permit back for every task that is done
     */
    Workers(TaskStore store, Semaphore backlog) {
        this.store = store;
        this.backlog = backlog;
        for (int i = 0; i < WORKERS; i++) {
            var slots = Map.of(Orders.ENGINE, SLOTS);
            var worker = store.enter(new NewWorker("node-" + i, LEASE, slots)).join();
            entered.add(worker);
            threads.add(Thread.ofVirtual().start(() -> work(worker)));
        }
    }

    long done() {
        return done.get();
    }

    private void work(WorkerId worker) {
        while (true) {
            var leases = store.claim(worker, Orders.ENGINE, CLAIM).join();
            if (leases.isEmpty()) return;
            all(leases.stream().map(lease -> store.progress(lease, 50)).toList());
            all(leases.stream()
                    .map(lease -> store.complete(lease, result(lease)))
                    .toList());
            done.addAndGet(leases.size());
            backlog.release(leases.size());
        }
    }

    /** Last first: the others are there by then, and the thread is woken once. */
    private static void all(List<CompletableFuture<WriteOutcome>> writes) {
        for (var write : writes.reversed()) {
            if (write.join() != WriteOutcome.STORED)
                throw new IllegalStateException("a worker lost a task that only it had");
        }
    }

    private Result result(Lease lease) {
        var asset = new AssetId(ids.next(lease.task().id()));
        var digest = sha256(lease.task().toString());
        var made = new NewAsset(
                asset,
                new Blob(digest, 123_456),
                "image/png",
                "lighthouse-keeper.png",
                "{\"width\":1376,\"height\":768}");
        var facts = "{\"engine\":\"illustrator\",\"tier\":\"builtin\",\"model\":"
                + "\"safelight-illustrator-1\",\"seed\":421337,\"style\":\"painting\","
                + "\"digests\":[\"" + digest + "\"]}";
        return new Result(List.of(made), facts);
    }

    private static String sha256(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        for (var worker : entered) store.leave(worker).join();
        Threads.join(threads);
    }
}
