package dev.safelight.testkit.contract;

import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.testkit.time.VirtualTime;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers who store a few things over and over and read each back at once, while a sweep removes
 * all that is older than an hour, and every thing is older until somebody stores it again.
 */
final class BlobRace {
    private static final int CALLERS = 3;
    private static final int ROUNDS = 40;
    private static final int THINGS = 6;
    private static final Duration YOUNG = Duration.ofHours(1);

    private final Blobs blobs;
    private final VirtualTime time;
    private final AtomicInteger callers = new AtomicInteger(CALLERS);
    private final ConcurrentLinkedQueue<String> missed = new ConcurrentLinkedQueue<>();

    BlobRace(Blobs blobs, VirtualTime time) {
        this.blobs = blobs;
        this.time = time;
    }

    /** What went wrong for somebody. */
    List<String> run() {
        var threads = new ArrayList<Thread>();
        for (int round = 0; round < ROUNDS && missed.isEmpty(); round++) {
            // What the round before stored is old now, and comes again while it is swept.
            time.pass(YOUNG.multipliedBy(2));
            callers.set(CALLERS);
            threads.clear();
            for (int caller = 0; caller < CALLERS; caller++) {
                var order = new Random(round * CALLERS + caller);
                threads.add(Thread.ofPlatform().start(() -> guard(() -> store(order))));
            }
            threads.add(Thread.ofPlatform().start(() -> guard(this::sweep)));
            threads.forEach(BlobRace::join);
        }
        return List.copyOf(missed);
    }

    /** A thing that can fail as files do. */
    private interface Work {
        void run() throws IOException;
    }

    private void guard(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException broken) {
            missed.add(broken.toString());
        }
    }

    private void store(Random order) throws IOException {
        try {
            for (int i = 0; i < THINGS; i++) {
                var bytes = SampleBytes.bytes(order.nextInt(THINGS));
                var blob = blobs.put(Content.of(bytes));
                if (!Arrays.equals(SampleBytes.read(blobs, blob.sha256()), bytes))
                    missed.add("other bytes under " + blob.sha256());
            }
        } finally {
            callers.decrementAndGet();
        }
    }

    private void sweep() throws IOException {
        while (callers.get() > 0) {
            var before = time.instant().minus(YOUNG);
            for (var digest : blobs.storedBefore(before, "", THINGS)) blobs.remove(digest, before);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
