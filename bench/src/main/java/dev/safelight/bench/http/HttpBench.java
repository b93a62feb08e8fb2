package dev.safelight.bench.http;

import dev.safelight.bench.Flags;
import dev.safelight.bench.Machine;
import dev.safelight.bench.Scratch;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code bench http}: durable submits, status reads, the dialects beside each other, held waits,
 * wake-ups, event streams, deliveries and the start; rates and start beside a bare Jetty in the
 * same run. Bare and ours take turns within a round, so that a noisy minute hits both.
 */
public final class HttpBench {
    private static final List<String> KNOWN = List.of(
            "--quick",
            "--clients",
            "--seconds",
            "--rounds",
            "--waits",
            "--streams",
            "--only",
            "--data");
    private static final int HOT = 1_000;
    private static final int WARM_SWEEPS = 5;

    /** Of all watchers, in a round of wake-ups. */
    private static final int SWEEPS = 4;

    private final Flags flags;
    private final Scratch scratch;
    private final PrintStream out;
    private final int clients;
    private final int rounds;
    private final int warm;
    private final Duration time;

    private HttpBench(Flags flags, Scratch scratch, PrintStream out) {
        this.flags = flags;
        this.scratch = scratch;
        this.out = out;
        boolean quick = flags.has("--quick");
        clients = flags.number("--clients", 256);
        rounds = flags.number("--rounds", quick ? 1 : 5);
        warm = quick ? 5_000 : 100_000;
        time = Duration.ofSeconds(flags.number("--seconds", quick ? 2 : 5));
    }

    public static void run(List<String> arguments, PrintStream out) throws IOException {
        var flags = Flags.read(arguments, KNOWN);
        try (var scratch = Scratch.in(flags.text("--data"))) {
            out.println(Machine.describe(scratch.folder()));
            var bench = new HttpBench(flags, scratch, out);
            if (bench.wants("rates")) bench.rates();
            if (bench.wants("dialects")) bench.dialects();
            if (bench.wants("waits")) bench.waits();
            if (bench.wants("wakeups")) bench.wakeUps();
            if (bench.wants("streams")) bench.streams();
            if (bench.wants("deliveries")) bench.deliveries();
            if (bench.wants("start")) bench.start();
        }
    }

    private boolean wants(String part) {
        String only = flags.text("--only");
        return only == null || List.of(only.split(",", -1)).contains(part);
    }

    private void rates() throws IOException {
        var log = scratch.folder().resolve("bare.log");
        var main = List.of(BareServer.class.getName(), "PORT");
        try (var ours = new Ours(scratch.fresh("rates"));
                var bare = new Child(log, List.of(), main, Map.of());
                var toOurs = new Load(ours.child.port, clients);
                var toBare = new Load(bare.port, clients)) {
            ours.fillSlots();
            var tasks = submits(ours, bare, toOurs, toBare);
            reads(ours, bare, toOurs, toBare, tasks);
        }
    }

    private List<String> submits(Ours ours, Child bare, Load toOurs, Load toBare)
            throws IOException {
        var tasks = new ArrayList<String>();
        var rates = new Rates();
        rates.add(
                "bare echo",
                bare,
                toBare,
                (on, number) -> Wire.post("/echo", "none", "", ours.picture(number)));
        rates.add("durable submit", ours.child, toOurs, (on, number) -> ours.submit(number));
        rates.add(
                "the same, no Idempotency-Key",
                ours.child,
                toOurs,
                (on, number) -> ours.submitWithoutKey(number));
        Load.Replies keep = (on, reply) -> {
            if (reply.text().contains("\"taskId\"")) tasks.add(reply.field("taskId"));
        };
        rates.warm(warm, keep);
        for (int round = 0; round < rounds; round++) rates.round(time, keep);
        print(rates, "Durable submits at " + clients + " clients");
        return tasks;
    }

    private void reads(Ours ours, Child bare, Load toOurs, Load toBare, List<String> tasks)
            throws IOException {
        var sample = new AtomicReference<Reply>();
        toOurs.until(clients, (on, n) -> ours.status(tasks.getFirst()), (on, r) -> sample.set(r));
        String path = "/constant/" + sample.get().body().length();
        var rates = new Rates();
        rates.add(
                "bare constant",
                bare,
                toBare,
                (on, n) ->
                        Wire.post(path, "none", "", "{\"taskId\":\"" + Ours.any(tasks, n) + "\"}"));
        rates.add(
                "status, any of " + tasks.size(),
                ours.child,
                toOurs,
                (on, n) -> ours.status(Ours.any(tasks, n)));
        var hot = tasks.subList(0, Math.min(HOT, tasks.size()));
        rates.add(
                "status, any of " + hot.size(),
                ours.child,
                toOurs,
                (on, n) -> ours.status(Ours.any(hot, n)));
        rates.warm(warm, (on, reply) -> {});
        for (int round = 0; round < rounds; round++) rates.round(time, (on, reply) -> {});
        print(rates, "Status reads at " + clients + " clients, " + path.substring(10) + " bytes");
    }

    private void dialects() throws IOException {
        try (var ours = new Ours(scratch.fresh("dialects"));
                var load = new Load(ours.child.port, clients)) {
            new Dialects(ours, load, out).run(new Dialects.Effort(rounds, warm, time));
        }
    }

    private void waits() throws IOException {
        int most = flags.number("--waits", flags.has("--quick") ? 2_000 : 15_000);
        try (var ours = new Ours(scratch.fresh("waits"))) {
            var waits = new HeldWaits(ours);
            waits.run(most / 5);
            waits.run(most);
            waits.table()
                    .print(out, "Waits on 100 tasks that end together; the first row warms up");
        }
    }

    private void wakeUps() throws IOException {
        try (var ours = new Ours(scratch.fresh("wakeups"))) {
            var wakeUps = new WakeUps(ours);
            for (int i = 0; i < WARM_SWEEPS; i++) wakeUps.warm();
            for (int i = 0; i < rounds * SWEEPS; i++) wakeUps.round();
            wakeUps.table()
                    .print(
                            out,
                            "Wake-ups, until the wait's answer is in the client: the commit lies"
                                    + " between the two moments that they are counted from");
        }
    }

    private void streams() throws IOException {
        int most = flags.number("--streams", flags.has("--quick") ? 1_000 : 5_000);
        try (var ours = new Ours(scratch.fresh("streams"))) {
            var streams = new OpenStreams(ours);
            streams.run(most / 5);
            streams.run(most);
            streams.table().print(out, "Streams on which nothing happens; the first row warms up");
        }
    }

    private void deliveries() throws IOException {
        int tasks = flags.has("--quick") ? 1_000 : 10_000;
        try (var ours = new Ours(scratch.fresh("deliveries"))) {
            ours.fillSlots();
            var deliveries = new Deliveries(ours);
            deliveries.run(rounds, tasks);
            deliveries
                    .table()
                    .print(
                            out,
                            tasks + " tasks are called off and told to each receiver on loopback;"
                                    + " CPU is without that of the same cancels untold");
        }
    }

    private void start() throws IOException {
        if (!Startup.isPossible()) {
            out.println("\nThe start is not measured: an AOT cache wants a class path of jars.");
            return;
        }
        new Startup(scratch).run(rounds).print(out, "Start, with an AOT cache each");
    }

    private void print(Rates rates, String title) {
        var table = Rates.table();
        rates.print(table);
        table.print(out, title);
    }
}
