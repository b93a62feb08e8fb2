package dev.safelight.bench.store;

import dev.safelight.bench.Threads;
import dev.safelight.core.access.Principal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** One cell: whole lifecycles at one width in one file, warmed up before it is measured. */
record Lifecycles(int submitters, int warm, int count) {
    /** How many tasks may be unfinished: enough that workers never starve. */
    private static final int BACKLOG = 2_000;

    /** Opens the file, runs and measures, and closes it again with everything finished. */
    Cost run(Path file, List<Principal> accounts) {
        try (var open = new OpenStore(file)) {
            var backlog = new Semaphore(Math.max(BACKLOG, submitters));
            var orders = new Orders();
            try (var workers = new Workers(open.store.tasks(), backlog)) {
                var submitters = new Submitters(number -> {
                    backlog.acquireUninterruptibly();
                    return submit(open, orders, accounts, number);
                });
                drive(submitters, workers, warm);
                var start = Cost.Start.of(open.writer);
                var waits = drive(submitters, workers, count);
                return start.stop(count, waits);
            }
        }
    }

    private static CompletableFuture<?> submit(
            OpenStore open, Orders orders, List<Principal> accounts, long number) {
        var who = accounts.get(ThreadLocalRandom.current().nextInt(accounts.size()));
        return open.store.tasks().submit(orders.order(who, number));
    }

    private long[] drive(Submitters asking, Workers workers, int tasks) {
        long goal = workers.done() + tasks;
        var waits = asking.run(submitters, tasks);
        while (workers.done() < goal) Threads.pause(1);
        return waits;
    }
}
