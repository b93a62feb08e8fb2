package dev.safelight.store.sqlite;

import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskRules;
import dev.safelight.testkit.time.VirtualTime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The embedded store on a file with its writer on a thread of its own; the clock is the test's. */
final class RunningStore implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    final SqliteStore store;
    final VirtualTime time;
    private final Semaphore asked = new Semaphore(0);
    private final Thread writer;
    private volatile boolean closing;

    RunningStore(Path file, VirtualTime time) {
        this(file, time, CommitGate.OPEN, changes -> {});
    }

    RunningStore(Path file, VirtualTime time, CommitGate gate, CommitListener commits) {
        this.time = time;
        var around = new SqliteStore.Surroundings(
                new TaskRules(Retries.DEFAULT),
                commits,
                asked::release,
                Runnable::run,
                new Random(1),
                gate);
        var location = new StoreSettings.Location.File(file);
        store = SqliteStore.open(
                new StoreSettings(location, StoreLimits.ROOMY.withQueue(100_000)), around);
        writer = Thread.ofPlatform().name("writer").start(this::write);
    }

    private void write() {
        while (!closing) {
            asked.acquireUninterruptibly();
            asked.drainPermits();
            while (!step().isAfter(time.instant())) Thread.onSpinWait();
        }
    }

    private Instant step() {
        return store.writer().step(time.instant());
    }

    /** Moves the clock, never back, and lets the writer see it. */
    void moveTo(Instant moment) {
        synchronized (time) {
            time.moveTo(moment);
        }
        asked.release();
    }

    void pass(Duration duration) {
        moveTo(time.instant().plus(duration));
    }

    /** Waits for an answer; one that never comes is a failure. */
    static <T> T done(CompletableFuture<T> answer) {
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        closing = true;
        asked.release();
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
