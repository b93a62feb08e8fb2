package dev.safelight.store.simulation;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Previews;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.worker.Scratch;
import dev.safelight.core.worker.Worker;
import dev.safelight.core.worker.WorkerPorts;
import dev.safelight.core.worker.WorkerSettings;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreLimits;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.simulation.ActingEngine;
import dev.safelight.testkit.simulation.Coroutines;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.simulation.Turns;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One worker with one engine that does what a test says, over a store in memory. */
final class Workplace implements AutoCloseable {
    private static final int SPINNING = 300;

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    final Coroutines runs = new Coroutines(time);
    final SqliteStore store;
    final Worker worker;
    private final Random random = new Random(1);
    private final Ids ids = new Ids(time, random);
    private final Turns turns;
    private @Nullable Principal ann;

    Workplace(int queueLimit, ActingEngine.Act act, UnaryOperator<Jobs> jobs) {
        var around = new SqliteStore.Surroundings(
                new TaskRules(Retries.DEFAULT),
                this::committed,
                () -> {},
                Runnable::run,
                random,
                CommitGate.OPEN);
        var location = new StoreSettings.Location.Memory("workplace");
        store = SqliteStore.open(
                new StoreSettings(location, StoreLimits.ROOMY.withQueue(queueLimit)), around);
        var ports = new WorkerPorts(
                store.tasks(),
                jobs.apply(store.jobs()),
                new WorkerPorts.Storage(
                        new MemoryBlobs(time), new Scratch(Path.of("no-such-folder"))),
                new Previews(),
                ids,
                time);
        var engines = List.of(new ActingEngine(act));
        worker = new Worker(WorkerSettings.DEFAULT, engines, ports, runs, runs, this::wake);
        turns = new Turns(worker);
        settle();
    }

    private void committed(List<TaskChange> changes) {
        worker.committed(changes);
    }

    private void wake() {
        turns.wake();
    }

    /** Who submits here. */
    Principal ann() {
        if (ann != null) return ann;
        var open = store.accounts().open(key("ann"));
        write();
        ann = open.join();
        return ann;
    }

    NewKey key(String label) {
        var key = KeyText.mint(Mode.TEST, random);
        return new NewKey(label, Mode.TEST, key, new Credits(1_000), new KeyLimits(0, 0, 0));
    }

    void write() {
        store.writer().step(time.instant());
    }

    TaskId submit() {
        return submitTogether(1).getFirst();
    }

    /** So many in one batch, which one claim gets. */
    List<TaskId> submitTogether(int count) {
        var sent = Stream.generate(() -> new TaskId(ids.next(1))).limit(count).toList();
        for (var id : sent) {
            var _ = store.tasks().submit(Order.by(ann()).as(id));
        }
        settle();
        return sent;
    }

    TaskView view(TaskId task) {
        return store.reads().find(ann().account(), task).join().orElseThrow();
    }

    /** Lets all do what there is to do at this moment. */
    void settle() {
        for (int turn = 0; turn < SPINNING; turn++) {
            write();
            if (!work()) return;
        }
        throw new AssertionError("it never rests");
    }

    /** Lets the worker, or one of its runs, go on, and the store not. */
    boolean work() {
        if (turns.isDue(time.instant())) turns.take(time.instant());
        else if (runs.canGoOn()) runs.goOn(random);
        else return false;
        return true;
    }

    /** Lets time pass in steps that are shorter than anything that waits. */
    void pass(Duration duration) {
        var end = time.instant().plus(duration);
        while (time.instant().isBefore(end)) {
            time.pass(Duration.ofSeconds(1));
            settle();
        }
    }

    /** When the worker or one of its runs goes on by itself. */
    Instant nextWake() {
        return runs.nextWake().isBefore(turns.next()) ? runs.nextWake() : turns.next();
    }

    @Override
    public void close() {
        runs.kill();
        store.close();
    }
}
