package dev.safelight.bench.http;

import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;
import dev.safelight.bench.Threads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it takes to tell receivers on loopback that tasks were called off. The same cancels without
 * a receiver come first in each round, so that only the telling is counted.
 */
final class Deliveries {
    private static final int RECEIVERS = 8;
    private static final int CLIENTS = 16;
    private static final int PATIENCE = 12_000;

    private final Ours ours;
    private final List<Counter> receivers = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> each = new ArrayList<>();
    private long numbers;

    Deliveries(Ours ours) {
        this.ours = ours;
    }

    /** What a run took: seconds until all is told, and nanoseconds of the server's CPU. */
    private record Taken(double seconds, long cpu) {}

    /** Tells of so many tasks, several times; the first time warms up. */
    void run(int rounds, int tasks) throws IOException {
        try {
            for (int i = 0; i < RECEIVERS; i++) receivers.add(new Counter());
            var silent = new ArrayList<Taken>();
            for (int round = 0; round <= rounds; round++) silent.add(cancelled(tasks, 0));
            for (var receiver : receivers) ours.tell(receiver.url());
            for (int round = 0; round <= rounds; round++) {
                var told = cancelled(tasks, RECEIVERS);
                if (round == 0) continue;
                int deliveries = tasks * RECEIVERS;
                rates.add(deliveries / told.seconds());
                each.add((told.cpu() - silent.get(round).cpu()) / 1e3 / deliveries);
            }
        } finally {
            receivers.forEach(Counter::close);
        }
    }

    private Taken cancelled(int tasks, int told) throws IOException {
        var ids = new ArrayList<String>();
        try (var load = new Load(ours.child.port, CLIENTS)) {
            long first = numbers;
            load.until(tasks, (on, n) -> ours.submit(first + n), (on, reply) -> {
                ids.add(Ours.checked(reply).field("taskId"));
            });
            numbers += ids.size();
        }
        int before = sum();
        long cpu = ours.child.cpu();
        long begun = System.nanoTime();
        try (var load = new Load(ours.child.port, CLIENTS)) {
            load.until(
                    ids.size(),
                    (on, n) -> ours.cancel(ids.get((int) n)),
                    (on, reply) -> Ours.checked(reply));
        }
        awaitTold(before + ids.size() * told);
        return new Taken((System.nanoTime() - begun) / 1e9, ours.child.cpu() - cpu);
    }

    private void awaitTold(int all) throws IOException {
        for (int tries = 0; sum() < all; tries++) {
            if (tries > PATIENCE) throw new IOException(sum() + " of " + all + " were told");
            Threads.pause(5);
        }
    }

    private int sum() {
        return receivers.stream().mapToInt(Counter::told).sum();
    }

    Table table() {
        var rate = Spread.of(rates);
        return new Table("receivers", "deliveries a second", "server CPU µs each")
                .row(
                        RECEIVERS,
                        String.format(
                                Locale.ROOT,
                                "%.0f (%.0f-%.0f)",
                                rate.median(),
                                rate.least(),
                                rate.most()),
                        Spread.of(each).show());
    }
}
