package dev.safelight.app.live;

import dev.safelight.app.Assembly;
import dev.safelight.app.Driver;
import dev.safelight.app.Limits;
import dev.safelight.core.task.Waits;
import dev.safelight.core.time.Step;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.time.VirtualTime;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * The assembly in virtual time, without workers. Its writer has a thread; its other steps are
 * called when a test lets time pass.
 */
public final class LiveStore implements Driver, AutoCloseable {
    public final Assembly assembly;
    public final SqliteStore store;
    public final Waits waits;
    public final ExecutorService readers = Executors.newFixedThreadPool(2);
    public final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    final ExecutorService receivers = Executors.newFixedThreadPool(16);
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final List<Step> byHand = new ArrayList<>();
    private final Random random = new Random(1);
    private final VirtualTime time;

    public LiveStore(Path folder, VirtualTime time) {
        this.time = time;
        var location = new StoreSettings.Location.File(folder.resolve("s.db"));
        assembly = new Assembly(
                this,
                new StoreSettings(location, Limits.USUAL.store().withReaders(2)),
                CommitGate.OPEN);
        store = assembly.store();
        waits = assembly.waits();
    }

    /** Has a thread, which sleeps until it is woken. */
    private final class Woken implements Wheel {
        private final Semaphore asked = new Semaphore(0);
        private volatile boolean stopping;

        @Override
        public void wake() {
            asked.release();
        }

        @Override
        public void turn(Step step, InstantSource clock) {
            writer.execute(() -> {
                while (!stopping) {
                    asked.acquireUninterruptibly();
                    asked.drainPermits();
                    step.step(clock.instant());
                }
            });
        }

        @Override
        public void stop() {
            stopping = true;
            asked.release();
            writer.close();
        }
    }

    /** Called by {@link #step}. */
    private final class ByHand implements Wheel {
        @Override
        public void wake() {}

        @Override
        public void turn(Step step, InstantSource clock) {
            byHand.add(step);
        }

        @Override
        public void stop() {}
    }

    @Override
    public InstantSource clock(Instant notBefore) {
        return time;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Executor readers(int most) {
        return readers;
    }

    @Override
    public Executor handlers() {
        return handlers;
    }

    @Override
    public Wheel wheel(String name) {
        return name.equals("store-writer") ? new Woken() : new ByHand();
    }

    /** Calls what waits for the clock. */
    void step() {
        byHand.forEach(step -> step.step(time.instant()));
    }

    @Override
    public void close() {
        handlers.close();
        receivers.close();
        readers.close();
        assembly.close();
    }
}
