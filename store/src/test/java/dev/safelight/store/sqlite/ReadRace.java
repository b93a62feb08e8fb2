package dev.safelight.store.sqlite;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Many tasks that change together, and readers who look at each of them while that is committed:
 * what they read before the commit they keep only after it. Every look notes what was acknowledged
 * before it began.
 */
final class ReadRace implements CommitGate, AutoCloseable {
    private static final int TASKS = 12;
    private static final int READERS = 3;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final HesitantCache cache = new HesitantCache(this::hesitate);
    private final RunningStore running;
    private final TaskReads reads;
    private final Principal ann;
    private final List<Lease> leases;
    private final AtomicLongArray acknowledged = new AtomicLongArray(TASKS);
    private final ConcurrentLinkedQueue<String> stale = new ConcurrentLinkedQueue<>();
    private final CyclicBarrier readersAndWriter = new CyclicBarrier(READERS + 1);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicBoolean racing = new AtomicBoolean();
    private volatile CountDownLatch untold = new CountDownLatch(0);
    private volatile int round;

    ReadRace(Path file) {
        running = new RunningStore(file, time, this, this::told);
        ann = RunningStore.done(running.store.accounts().open(key()));
        var ids = new Ids(time, new Random(1));
        for (int i = 0; i < TASKS; i++) {
            var id = new TaskId(ids.next(ann.account().number()));
            RunningStore.done(running.store.tasks().submit(Order.by(ann).as(id)));
        }
        var entry = new NewWorker("node-1", Scene.LEASE, Map.of(EngineName.SANDBOX, TASKS));
        var worker = RunningStore.done(running.store.tasks().enter(entry));
        leases = RunningStore.done(running.store.tasks().claim(worker, EngineName.SANDBOX, TASKS));
        reads = cache.reads(
                new StoreSettings(new StoreSettings.Location.File(file), StoreLimits.ROOMY));
        for (int i = 0; i < TASKS; i++) acknowledged.set(i, version(i));
    }

    private static NewKey key() {
        var text = KeyText.mint(Mode.TEST, new Random(1));
        return new NewKey("ann", Mode.TEST, text, new Credits(1_000), new KeyLimits(0, 0, 0));
    }

    /** The looks that missed what had been acknowledged before them. */
    List<String> run(int rounds) {
        for (int number = 1; number <= rounds && stale.isEmpty(); number++) {
            round = number;
            // What was looked at last is not kept any more: the first look at each reads rows.
            changeAll(2 * number - 1);
            looks.set(0);
            untold = new CountDownLatch(TASKS);
            racing.set(true);
            var readers = new ArrayList<Thread>();
            for (int i = 0; i < READERS; i++) {
                var order = shuffled(new Random(number * READERS + i));
                readers.add(Thread.ofPlatform().start(() -> lookAtAll(order)));
            }
            changeAll(2 * number);
            for (int task = 0; task < TASKS; task++) look(task);
            readers.forEach(ReadRace::join);
            for (int task = 0; task < TASKS; task++) look(task);
        }
        return List.copyOf(stale);
    }

    private static List<Integer> shuffled(Random random) {
        var order = new ArrayList<Integer>();
        for (int task = 0; task < TASKS; task++) order.add(task);
        Collections.shuffle(order, random);
        return order;
    }

    private void changeAll(int percent) {
        var answers = leases.stream()
                .map(lease -> running.store.tasks().progress(lease, percent))
                .toList();
        answers.forEach(RunningStore::done);
        for (int i = 0; i < TASKS; i++) acknowledged.incrementAndGet(i);
    }

    /** The first commit of a round waits until some of the readers have read what it changes. */
    @Override
    public void commit(Runnable commit) {
        if (racing.compareAndSet(true, false)) {
            await();
            while (looks.get() < 1 + round % READERS) Thread.onSpinWait();
        }
        commit.run();
    }

    private void told(List<TaskChange> changes) {
        cache.committed(changes);
        changes.forEach(change -> untold.countDown());
    }

    /** On a reader's thread. */
    private void hesitate(HesitantCache.Seam seam) {
        if (seam != HesitantCache.Seam.KEEP) return;
        looks.incrementAndGet();
        try {
            untold.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtAll(List<Integer> order) {
        await();
        order.forEach(this::look);
        // A reader that kept nothing at all must not be waited for.
        looks.addAndGet(READERS);
    }

    private void look(int task) {
        long before = acknowledged.get(task);
        long seen = version(task);
        if (seen < before)
            stale.add("round %d: version %d seen after %d".formatted(round, seen, before));
    }

    private long version(int task) {
        var id = leases.get(task).task();
        var answer =
                task % 2 == 0 ? reads.find(ann.account(), id) : reads.findHere(ann.account(), id);
        return RunningStore.done(answer).orElseThrow().task().stamp().version();
    }

    private void await() {
        try {
            readersAndWriter.await();
        } catch (BrokenBarrierException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
