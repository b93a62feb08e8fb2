package dev.safelight.store.sqlite;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.contract.Order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many running tasks, and two contenders who each go through all of them on a thread of their own.
 * The clock's contenders have a moment of their own for each task.
 */
final class Race {
    static final Result NOTHING = new Result(List.of(), "{}");
    private static final Duration FAR = Duration.ofDays(1);
    private static final Duration FIRST = Duration.ofSeconds(100);

    final RunningStore running;
    final Principal owner;
    final List<Lease> leases = new ArrayList<>();
    private final Instant start;
    private final Ids ids;

    Race(RunningStore running, int tasks, Contender first, Contender second) {
        this.running = running;
        var random = new Random(7);
        ids = new Ids(running.time, random);
        var key = KeyText.mint(Mode.TEST, random);
        owner = RunningStore.done(running.store
                .accounts()
                .open(new NewKey(
                        "a", Mode.TEST, key, new Credits(10L * tasks), new KeyLimits(0, 0, 0))));
        start = running.time.instant();
        boolean rescue = first == Contender.RESCUE || second == Contender.RESCUE;
        boolean deadline = first == Contender.DEADLINE || second == Contender.DEADLINE;
        for (int i = 0; i < tasks; i++)
            leases.add(begin(rescue ? turn(i) : FAR, deadline ? turn(i) : FAR));
    }

    private static Duration turn(int i) {
        return FIRST.plusMillis(i);
    }

    /** Each task has a worker of its own, so that each lease can end alone. */
    private Lease begin(Duration lease, Duration runLimit) {
        var engine = new EngineName("e" + leases.size());
        var node = "node-" + leases.size();
        var worker =
                RunningStore.done(tasks().enter(new NewWorker(node, lease, Map.of(engine, 1))));
        var order = Order.by(owner).to(engine).runningAtMost(runLimit);
        RunningStore.done(tasks().submit(order.as(new TaskId(ids.next(1)))));
        return RunningStore.done(tasks().claim(worker, engine, 1)).getFirst();
    }

    TaskStore tasks() {
        return running.store.tasks();
    }

    CompletableFuture<Cancellation> cancel(Lease lease) {
        return tasks().cancel(owner.account(), lease.task());
    }

    void moveClockFor(Lease lease) {
        running.moveTo(start.plus(turn(leases.indexOf(lease))));
    }

    /** Runs both, side by side at each task; their answers stand in the order of the leases. */
    List<List<Told>> run(Contender first, Contender second) {
        var arrived = new AtomicInteger();
        var one = new ArrayList<Told>();
        var two = new ArrayList<Told>();
        var other = Thread.ofPlatform().start(() -> go(arrived, second, two));
        go(arrived, first, one);
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.of(one, two);
    }

    /** At each task it waits for the other, so that a head start never lasts. */
    private void go(AtomicInteger arrived, Contender contender, List<Told> answers) {
        for (int i = 0; i < leases.size(); i++) {
            arrived.incrementAndGet();
            while (arrived.get() < 2 * (i + 1)) Thread.onSpinWait();
            answers.add(RunningStore.done(contender.act(this, leases.get(i))));
        }
    }
}
