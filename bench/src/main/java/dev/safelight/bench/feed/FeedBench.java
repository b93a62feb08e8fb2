package dev.safelight.bench.feed;

import dev.safelight.bench.Flags;
import dev.safelight.bench.Machine;
import dev.safelight.bench.Scratch;
import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;
import dev.safelight.bench.store.OpenStore;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench feed}: a feed read from its beginning to its end, page by page and several times,
 * and what the first and the last twentieth of its pages cost. Pages are read on the thread that
 * asks, so that their CPU is that thread's. The first walk warms up and does not count.
 */
public final class FeedBench {
    private static final List<String> KNOWN = List.of("--quick", "--entries", "--rounds", "--data");

    /** As many as one piece over HTTP is made of. */
    private static final int PAGE = 250;

    private final Feed feed;
    private final PrintStream out;

    private FeedBench(Feed feed, PrintStream out) {
        this.feed = feed;
        this.out = out;
    }

    public static void run(List<String> arguments, PrintStream out) throws Exception {
        var flags = Flags.read(arguments, KNOWN);
        boolean quick = flags.has("--quick");
        int entries = flags.number("--entries", quick ? 500_000 : 5_000_000);
        int rounds = flags.number("--rounds", quick ? 2 : 5);
        try (var scratch = Scratch.in(flags.text("--data"))) {
            out.println(Machine.describe(scratch.folder()));
            var file = scratch.fresh("feed").resolve("store.db");
            var accounts = LongLog.write(file, entries);
            try (var open = new OpenStore(file)) {
                var bench = new FeedBench(open.store().feed(), out);
                bench.measure("whose log it nearly all is", accounts.busy(), rounds);
                bench.measure("of one entry in 200", accounts.quiet(), rounds);
            }
        }
    }

    /** What the pages of one walk cost: nanoseconds of CPU, in order. */
    private record Walk(List<Double> costs, int entries, double mostHeapMib) {
        private double median(boolean isLast) {
            int part = Math.max(1, costs.size() / 20);
            int from = isLast ? costs.size() - part : 0;
            return Spread.of(costs.subList(from, from + part)).median();
        }
    }

    private void measure(String whose, AccountId account, int rounds) {
        walk(account);
        var first = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var heap = new ArrayList<Double>();
        int entries = 0;
        int pages = 0;
        for (int round = 0; round < rounds; round++) {
            var walk = walk(account);
            entries = walk.entries;
            pages = walk.costs.size();
            first.add(walk.median(false) / 1_000);
            last.add(walk.median(true) / 1_000);
            ratios.add(walk.median(true) / walk.median(false));
            heap.add(walk.mostHeapMib);
        }
        var table = new Table("first pages, CPU µs", "last pages", "ratio", "live heap MiB");
        table.row(
                Spread.of(first).show(),
                Spread.of(last).show(),
                Spread.of(ratios).showRatio(),
                Spread.of(heap).show());
        table.print(
                out,
                String.format(
                        Locale.ROOT,
                        "An account %s: %,d entries in %,d pages, %d rounds",
                        whose,
                        entries,
                        pages,
                        rounds));
    }

    private Walk walk(AccountId account) {
        var costs = new ArrayList<Double>();
        int entries = 0;
        double heap = 0;
        Cursor place = null;
        FeedPage page;
        do {
            long before = Machine.cpu(Thread.currentThread());
            page = read(account, place);
            costs.add((double) (Machine.cpu(Thread.currentThread()) - before));
            entries += page.entries().size();
            place = page.next();
            if (costs.size() % 5_000 == 0) heap = Math.max(heap, liveHeapMib());
        } while (!page.isLast());
        return new Walk(costs, entries, Math.max(heap, liveHeapMib()));
    }

    private FeedPage read(AccountId account, @Nullable Cursor place) {
        return feed.read(account, place, PAGE).join();
    }

    private static double liveHeapMib() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
