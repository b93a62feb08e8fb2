package dev.safelight.bench.store;

import dev.safelight.bench.Threads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Virtual threads that each ask, wait until it is on disk, and ask again. */
final class Submitters {
    private final LongFunction<CompletableFuture<?>> ask;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param ask sends one more, by a number that is never given twice
     */
    Submitters(LongFunction<CompletableFuture<?>> ask) {
        this.ask = ask;
    }

    /** So many at once until so many are done; how long each waited, in nanoseconds. */
    long[] run(int submitters, int count) {
        var left = new AtomicLong(count);
        var waits = new long[count];
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < submitters; i++)
            threads.add(Thread.ofVirtual().start(() -> submit(left, waits)));
        Threads.join(threads);
        if (Arrays.stream(waits).anyMatch(wait -> wait == 0))
            throw new IllegalStateException("a submitter failed; its stack trace is above");
        return waits;
    }

    private void submit(AtomicLong left, long[] waits) {
        long mine;
        while ((mine = left.decrementAndGet()) >= 0) {
            long sent = System.nanoTime();
            ask.apply(numbers.incrementAndGet()).join();
            waits[(int) mine] = System.nanoTime() - sent;
        }
    }
}
