package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Streams that are cut and resumed at random points, of a server that is killed in between. */
class StreamKillTest {
    private static final boolean IS_WHOLE = Boolean.getBoolean("safelight.full");
    private static final int STREAMS = IS_WHOLE ? 100 : 10;
    private static final int KILLS = IS_WHOLE ? 20 : 3;
    private static final int SLOTS = 8;

    @TempDir
    private Path folder;

    /** Somebody who follows one task, and what they were told. */
    private static final class Reader {
        private final StreamApi api;
        private final String task;
        private final Random random;
        private final List<StreamApi.Told> told = new ArrayList<>();
        private int looks;

        private Reader(StreamApi api, String task, Random random) {
            this.api = api;
            this.task = task;
            this.random = random;
        }

        /** Cuts the stream after some events and comes again, until there is nothing to come. */
        private void follow() {
            while (true) {
                looks++;
                int enough = 1 + random.nextInt(4);
                int before = told.size();
                Long after = told.isEmpty() ? null : told.getLast().id();
                var ended = api.follow(task, after, event -> {
                    told.add(event);
                    return told.size() - before < enough;
                });
                if (ended == StreamApi.Ended.FOR_GOOD) return;
                // The server may be away for a while; how long is no matter.
                if (told.size() == before) LockSupport.parkNanos(20_000_000);
            }
        }

        /** Each event once, in order, up to the end: as somebody is told who comes afterwards. */
        private void judge() {
            var whole = new ArrayList<StreamApi.Told>();
            api.follow(task, 0L, whole::add);
            assertThat(whole).extracting(StreamApi.Told::id).startsWith(1L);
            var first = told.getFirst();
            var follows = whole.subList((int) first.id(), whole.size());
            assertThat(told.subList(1, told.size()))
                    .as("what followed event %d of %s", first.id(), task)
                    .extracting(event -> event.id() + " " + event.name())
                    .isEqualTo(follows.stream()
                            .map(event -> event.id() + " " + event.name())
                            .toList());
        }
    }

    @Test
    void each_event_comes_once_and_in_order() throws IOException, InterruptedException {
        var random = new Random(11);
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new StreamApi(server.port);
            var readers = new ArrayList<Reader>();
            for (int i = 0; i < STREAMS; i++) {
                var answer = api.submit(500 + random.nextInt(4_000), 5);
                var own = new Random(random.nextLong());
                readers.add(new Reader(api, answer.get("task_id").asString(), own));
            }
            var broken = new ConcurrentLinkedQueue<Throwable>();
            var threads = readers.stream()
                    .map(reader -> Thread.ofVirtual().unstarted(() -> {
                        try {
                            reader.follow();
                        } catch (Throwable fault) {
                            broken.add(fault);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (int kill = 0; kill < KILLS; kill++) {
                // The moment of the kill is what the test is about; nothing is waited for.
                int most = 4_000 * STREAMS / SLOTS / KILLS;
                LockSupport.parkNanos(
                        Duration.ofMillis(300 + random.nextInt(most)).toNanos());
                server.kill();
                server.restart();
                server.awaitReady();
            }
            for (var thread : threads) thread.join();
            assertThat(broken).isEmpty();
            readers.forEach(Reader::judge);
            long events =
                    readers.stream().mapToLong(reader -> reader.told.size()).sum();
            long looks = readers.stream().mapToLong(reader -> reader.looks).sum();
            System.out.printf(
                    "* %d streams, %d kills: %d events in %d connections%n",
                    STREAMS, KILLS, events, looks);
        }
    }
}
