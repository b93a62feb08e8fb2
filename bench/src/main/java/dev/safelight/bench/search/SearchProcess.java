package dev.safelight.bench.search;

import dev.safelight.bench.Machine;
import dev.safelight.bench.store.OpenStore;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.search.FileQuery;
import dev.safelight.core.search.Searches;
import dev.safelight.media.meaning.Meaning;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;

/** The process that searches: prints {@code name value} lines, the first result's first. */
final class SearchProcess {
    private static final int SEARCHES = 20;
    private static final long VECTOR_BYTES = 512L << 20;

    private final Searches searches;
    private final Meaning meaning;
    private final AccountId account;
    private int asked;

    private SearchProcess(Searches searches, Meaning meaning, AccountId account) {
        this.searches = searches;
        this.meaning = meaning;
        this.account = account;
    }

    /** {@code FILE ACCOUNT FILES ROUNDS}. */
    public static void main(String[] arguments) throws IOException {
        var meaning = new Meaning();
        var limits = new Searches.Limits(1, 10, VECTOR_BYTES);
        try (var open = new OpenStore(Path.of(arguments[0]));
                var searches = new Searches(open.store().search(), meaning, Runnable::run, limits);
                var arena = Arena.ofConfined()) {
            var account = new AccountId(Long.parseLong(arguments[1]));
            var process = new SearchProcess(searches, meaning, account);
            int found = process.search();
            System.out.println("found " + Machine.cpu() + " " + found);
            // Loaded by now; what follows has a loop of its own beside it.
            var loop = new BareLoop(arena, Integer.parseInt(arguments[2]));
            int rounds = Integer.parseInt(arguments[3]);
            process.round(loop, "warm");
            for (int round = 0; round < rounds; round++) process.round(loop, "round");
            System.out.println("heap " + peak());
        }
    }

    private int search() {
        var text = "word" + asked++ % 50 + " of the sea at sunset";
        return searches.find(new FileQuery(account, text, 10, null)).join().size();
    }

    /** Searches and loops in turn, so that a noisy moment hits both. */
    private void round(BareLoop loop, String name) throws IOException {
        var searching = new long[SEARCHES];
        var looping = new long[SEARCHES];
        var embedding = new long[SEARCHES];
        float[] wanted = meaning.vector("the sea at sunset").orElseThrow();
        float greatest = 0;
        for (int i = 0; i < SEARCHES; i++) {
            long start = System.nanoTime();
            search();
            long searched = System.nanoTime();
            greatest += loop.greatest(wanted);
            long looped = System.nanoTime();
            meaning.vector("word" + i + " of the sea at sunset");
            embedding[i] = System.nanoTime() - looped;
            searching[i] = searched - start;
            looping[i] = looped - searched;
        }
        System.out.println(name + " " + median(searching) + " " + median(looping) + " "
                + median(embedding) + " " + greatest);
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** The most that was used of the heap at any moment, garbage too. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
