package dev.safelight.bench.store;

import dev.safelight.bench.Flags;
import dev.safelight.bench.Machine;
import dev.safelight.bench.Scratch;
import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;
import dev.safelight.core.access.Principal;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * {@code bench store}: what a whole lifecycle costs, submit with idempotency key and hold, claim,
 * one progress, completion with one file and one webhook row, beside bare inserts on the same disk;
 * at several widths, and with history in the file. Cells of one round follow each other, so that a
 * noisy minute hits them all.
 */
public final class StoreBench {
    private static final List<String> KNOWN = List.of(
            "--quick",
            "--submitters",
            "--tasks",
            "--rounds",
            "--stored",
            "--slots",
            "--data",
            "--only");
    private static final int USUAL_WIDTH = 256;
    private final Flags flags;
    private final Scratch scratch;
    private final PrintStream out;
    private final int tasks;
    private final int rounds;
    private final int slots;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private StoreBench(Flags flags, Scratch scratch, PrintStream out) {
        this.flags = flags;
        this.scratch = scratch;
        this.out = out;
        boolean quick = flags.has("--quick");
        tasks = flags.number("--tasks", quick ? 5_000 : 20_000);
        rounds = flags.number("--rounds", quick ? 1 : 3);
        slots = flags.number("--slots", 8);
    }

    public static void run(List<String> arguments, PrintStream out) throws Exception {
        var flags = Flags.read(arguments, KNOWN);
        try (var scratch = Scratch.in(flags.text("--data"))) {
            out.println(Machine.describe(scratch.folder()));
            var bench = new StoreBench(flags, scratch, out);
            bench.warm();
            if ("endpoints".equals(flags.text("--only"))) {
                bench.endpoints();
                return;
            }
            bench.widths();
            bench.history();
        }
    }

    /** Lets the JIT compile the path once for all cells. */
    private void warm() throws Exception {
        fresh(USUAL_WIDTH, 0, 20_000);
        bare(USUAL_WIDTH, 0, 20_000);
    }

    private void widths() throws Exception {
        var widths = flags.numbers("--submitters", List.of(64, USUAL_WIDTH, 1_000));
        for (int round = 0; round < rounds; round++) {
            for (int width : widths) {
                keep(width + " submitters", fresh(width, tasks / 5, tasks));
                keep(width + " bare inserts", bare(width, tasks / 5, tasks));
            }
        }
        String title = String.format(
                Locale.ROOT,
                "%,d lifecycles a cell, %d rounds, 200 accounts with %s slots: median (least-most)",
                tasks,
                rounds,
                slots == 0 ? "unlimited" : Integer.toString(slots));
        print(title);
    }

    /** What it costs to decide whom to tell: cells with an endpoint and without one, in turn. */
    private void endpoints() throws Exception {
        for (int round = 0; round < rounds; round++) {
            keep("nobody is told", quiet(tasks / 5, tasks));
            keep("one endpoint an account", fresh(USUAL_WIDTH, tasks / 5, tasks));
        }
        print("Lifecycles with an endpoint and without one, nothing is sent, 256 submitters");
    }

    private Cost quiet(int warm, int count) throws Exception {
        var file = scratch.fresh("cell").resolve("store.db");
        List<Principal> accounts;
        try (var open = new OpenStore(file)) {
            accounts = open.populateQuietly(slots);
        }
        var cost = new Lifecycles(USUAL_WIDTH, warm, count).run(file, accounts);
        Audit.check(file);
        return cost;
    }

    private Cost fresh(int width, int warm, int count) throws Exception {
        var file = scratch.fresh("cell").resolve("store.db");
        List<Principal> accounts = History.write(file, 0, slots);
        var cost = new Lifecycles(width, warm, count).run(file, accounts);
        Audit.check(file);
        return cost;
    }

    private Cost bare(int width, int warm, int count) throws Exception {
        var file = scratch.fresh("cell").resolve("bare.db");
        return BareInserts.run(file, width, warm, count);
    }

    /** The same with tasks in the file; each file is filled once and grows by what is measured. */
    private void history() throws Exception {
        boolean quick = flags.has("--quick");
        var sizes = flags.numbers("--stored", quick ? List.of(10_000) : List.of(10_000, 1_000_000));
        var files = new LinkedHashMap<Integer, Path>();
        List<Principal> accounts = List.of();
        for (int stored : sizes) {
            if (stored == 0) continue;
            long start = System.nanoTime();
            var file = scratch.fresh("stored-" + stored).resolve("store.db");
            accounts = History.write(file, stored, slots);
            files.put(stored, file);
            out.printf(
                    Locale.ROOT,
                    "%n%,d tasks stored in %.0f s; %.2f kB of disk each.%n",
                    stored,
                    (System.nanoTime() - start) / 1e9,
                    Files.size(file) / 1e3 / stored);
        }
        for (int round = 0; round < rounds; round++) {
            for (var file : files.entrySet()) {
                var cell = new Lifecycles(USUAL_WIDTH, tasks / 5, tasks);
                keep(
                        String.format(Locale.ROOT, "%,d stored", file.getKey()),
                        cell.run(file.getValue(), accounts));
            }
        }
        files.values().forEach(Audit::check);
        if (!files.isEmpty()) print("With finished tasks in the file, 256 submitters");
    }

    private void keep(String cell, Cost cost) {
        costs.computeIfAbsent(cell, c -> new ArrayList<>()).add(cost);
    }

    private void print(String title) {
        var table = new Table(
                "cell", "CPU µs each", "of it the writer's", "a second", "p50 ms", "p99 ms");
        costs.forEach((cell, measured) -> table.row(
                cell,
                spread(measured, Cost::process).show(),
                spread(measured, Cost::writer).show(),
                String.format(Locale.ROOT, "%.0f", spread(measured, Cost::rate).median()),
                spread(measured, Cost::p50).show(),
                spread(measured, Cost::p99).show()));
        table.print(out, title);
        costs.clear();
    }

    private static Spread spread(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return Spread.of(costs.stream().map(part::applyAsDouble).toList());
    }
}
