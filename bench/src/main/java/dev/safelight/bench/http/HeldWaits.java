package dev.safelight.bench.http;

import dev.safelight.bench.Table;
import dev.safelight.bench.Threads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Many waits held on a few tasks, which are then ended together, by cancelling them. */
final class HeldWaits {
    private static final int TASKS = 100;
    /** After this the server has written to every wait that it holds, twice. */
    private static final Duration LONG_HELD = Duration.ofSeconds(35);

    private final Ours ours;
    private final Table table = new Table(
            "waits",
            "live heap KiB each",
            "after " + LONG_HELD.toSeconds() + " s",
            "RSS KiB each",
            "first answered ms",
            "last answered ms");

    HeldWaits(Ours ours) {
        this.ours = ours;
    }

    Table table() {
        return table;
    }

    /** Bytes of a process with so many waits. */
    private record Size(long heap, long resident) {
        static Size of(Child child) throws IOException {
            return new Size(child.liveHeap(), child.resident());
        }

        double heapEach(Size before, int waits) {
            return (heap - before.heap) / 1024.0 / waits;
        }

        double residentEach(Size before, int waits) {
            return (resident - before.resident) / 1024.0 / waits;
        }
    }

    void run(int waits) throws IOException {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < TASKS; i++) tasks.add(ours.hang());
        var before = Size.of(ours.child);
        try (var load = new Load(ours.child.port, waits)) {
            load.sendAll((on, number) -> ours.await(tasks.get(on % TASKS)));
            ours.awaitHeld(waits);
            var fresh = Size.of(ours.child);
            Threads.pause(LONG_HELD.toMillis());
            var held = Size.of(ours.child);
            long[] answered = end(load, tasks);
            table.row(
                    waits,
                    show(fresh.heapEach(before, waits)),
                    show(held.heapEach(before, waits)),
                    show(held.residentEach(before, waits)),
                    show(answered[0] / 1e6),
                    show(answered[1] / 1e6));
        }
    }

    private static String show(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Cancels all tasks at once; nanoseconds until the first and the last wait was answered. */
    private long[] end(Load load, List<String> tasks) throws IOException {
        var first = new AtomicLong();
        var last = new AtomicLong();
        try (var cancels = new Load(ours.child.port, TASKS)) {
            long begun = System.nanoTime();
            var canceller = Thread.ofPlatform().start(() -> cancelAll(cancels, tasks));
            load.receive(() -> false, (on, number) -> new byte[0], (on, reply) -> {
                Ours.checked(reply);
                first.compareAndSet(0, System.nanoTime() - begun);
                last.set(System.nanoTime() - begun);
            });
            Threads.join(canceller);
        }
        return new long[] {first.get(), last.get()};
    }

    private void cancelAll(Load cancels, List<String> tasks) {
        try {
            cancels.until(
                    TASKS,
                    (on, number) -> ours.cancel(tasks.get(on)),
                    (on, reply) -> Ours.checked(reply));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
