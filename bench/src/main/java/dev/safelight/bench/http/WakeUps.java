package dev.safelight.bench.http;

import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;
import dev.safelight.bench.Threads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Waits held on a task each, which are ended one after the other, by cancelling them over another
 * connection. What the client sees bounds a wake-up from both sides: the commit lies between the
 * sending of the cancel and its answer.
 */
final class WakeUps {
    private static final int WATCHERS = 64;
    /** Long enough for one wake-up to be over when the next begins. */
    private static final long BETWEEN_MILLIS = 5;

    private final Ours ours;
    private final Longs sinceAnswer = new Longs();
    private final Longs sinceSent = new Longs();

    WakeUps(Ours ours) {
        this.ours = ours;
    }

    /** Nanoseconds at which things happened to each of the tasks. */
    private static final class Moments {
        private final long[] sent = new long[WATCHERS];
        private final long[] answered = new long[WATCHERS];
        private final long[] woken = new long[WATCHERS];
    }

    /** Not counted: for the JIT of either side. */
    void warm() throws IOException {
        hold();
    }

    void round() throws IOException {
        var moments = hold();
        for (int i = 0; i < WATCHERS; i++) {
            // A wait may be answered before the cancel that ends it: that is no wait at all.
            sinceAnswer.add(Math.max(0, moments.woken[i] - moments.answered[i]));
            sinceSent.add(moments.woken[i] - moments.sent[i]);
        }
    }

    private Moments hold() throws IOException {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < WATCHERS; i++) tasks.add(ours.hang());
        var moments = new Moments();
        try (var waits = new Load(ours.child.port, WATCHERS);
                var cancels = new Load(ours.child.port, 1)) {
            waits.sendAll((on, number) -> ours.await(tasks.get(on)));
            ours.awaitHeld(WATCHERS);
            var canceller = Thread.ofPlatform().start(() -> cancelAll(cancels, tasks, moments));
            waits.receive(() -> false, (on, number) -> new byte[0], (on, reply) -> {
                moments.woken[on] = System.nanoTime();
                Ours.checked(reply);
            });
            Threads.join(canceller);
        }
        if (moments.answered[WATCHERS - 1] == 0)
            throw new IOException("not every cancel was answered");
        return moments;
    }

    private void cancelAll(Load cancels, List<String> tasks, Moments moments) {
        int[] next = {0};
        try {
            cancels.until(
                    WATCHERS,
                    (on, number) -> {
                        Threads.pause(BETWEEN_MILLIS);
                        moments.sent[next[0]] = System.nanoTime();
                        return ours.cancel(tasks.get(next[0]));
                    },
                    (on, reply) -> {
                        moments.answered[next[0]++] = System.nanoTime();
                        Ours.checked(reply);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Table table() {
        var table = new Table("watchers", "wake-ups", "from", "p50 ms", "p99 ms", "most ms");
        row(table, "the cancel's answer", sinceAnswer);
        row(table, "the cancel's sending", sinceSent);
        return table;
    }

    private static void row(Table table, String from, Longs taken) {
        table.row(
                WATCHERS,
                taken.size(),
                from,
                millis(taken, 50),
                millis(taken, 99),
                millis(taken, 100));
    }

    private static String millis(Longs taken, double percent) {
        return String.format(
                Locale.ROOT, "%.2f", Spread.percentile(taken.toArray(), percent) / 1e6);
    }
}
