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
import dev.safelight.core.task.TaskId;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Many tasks that change together, and readers who look at each of them while the commit is under
 * way: nobody has read them since they changed last, so each first look reads rows and keeps what
 * it saw. Every look notes what was acknowledged before it began.
 */
final class ReadRace implements CommitGate, AutoCloseable {
    static final int TASKS = 32;
    private static final int READERS = 3;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final RunningStore running;
    private final Principal ann;
    private final List<Lease> leases;
    private final AtomicLongArray acknowledged = new AtomicLongArray(TASKS);
    private final ConcurrentLinkedQueue<String> stale = new ConcurrentLinkedQueue<>();
    private final CyclicBarrier window = new CyclicBarrier(READERS + 1);
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean racing;
    private int round;

    ReadRace(Path file) {
        running = new RunningStore(file, time, this);
        var random = new Random(1);
        var key = new NewKey(
                "ann",
                Mode.TEST,
                KeyText.mint(Mode.TEST, random),
                new Credits(1_000_000),
                new KeyLimits(0, 0, 0));
        ann = RunningStore.done(running.store.accounts().open(key));
        var ids = new Ids(time, random);
        for (int i = 0; i < TASKS; i++) {
            var id = new TaskId(ids.next(ann.account().number()));
            RunningStore.done(running.store.tasks().submit(Order.by(ann).as(id)));
        }
        var entry = new NewWorker("node-1", Scene.LEASE, Map.of(EngineName.SANDBOX, TASKS));
        var worker = RunningStore.done(running.store.tasks().enter(entry));
        leases = RunningStore.done(running.store.tasks().claim(worker, EngineName.SANDBOX, TASKS));
        for (int i = 0; i < TASKS; i++) acknowledged.set(i, version(i));
    }

    /** The looks that missed what had been acknowledged before them. */
    List<String> run(int rounds) {
        for (round = 1; round <= rounds && stale.isEmpty(); round++) {
            var readers = new ArrayList<Thread>();
            for (int i = 0; i < READERS; i++) {
                var order = new ArrayList<Integer>();
                for (int task = 0; task < TASKS; task++) order.add(task);
                Collections.shuffle(order, new Random(round * READERS + i));
                readers.add(Thread.ofPlatform().start(() -> lookAtAll(order)));
            }
            changeAll();
            for (int task = 0; task < TASKS; task++) look(task);
            readers.forEach(ReadRace::join);
        }
        return List.copyOf(stale);
    }

    private void changeAll() {
        looks.set(0);
        racing = true;
        var answers = leases.stream()
                .map(lease -> running.store.tasks().progress(lease, round))
                .toList();
        answers.forEach(RunningStore::done);
        for (int i = 0; i < TASKS; i++) acknowledged.incrementAndGet(i);
    }

    /** The first commit of a round waits until some of the looks have been taken. */
    @Override
    public void commit(Runnable commit) {
        if (racing) {
            racing = false;
            await();
            while (looks.get() < round % TASKS) Thread.onSpinWait();
        }
        commit.run();
    }

    private void lookAtAll(List<Integer> order) {
        await();
        for (int task : order) {
            looks.incrementAndGet();
            look(task);
        }
    }

    private void look(int task) {
        long before = acknowledged.get(task);
        long seen = version(task);
        if (seen < before)
            stale.add("round %d: version %d seen after %d".formatted(round, seen, before));
    }

    private long version(int task) {
        var id = leases.get(task).task();
        var reads = running.store.reads();
        var answer =
                task % 2 == 0 ? reads.find(ann.account(), id) : reads.findHere(ann.account(), id);
        return RunningStore.done(answer).orElseThrow().task().stamp().version();
    }

    private void await() {
        try {
            window.await();
        } catch (Exception broken) {
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
