package dev.safelight.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Commits, deliveries, reads, timeouts, coming and giving up in any order. */
class AnyOrderTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);
    private static final Instant LATER = Instant.parse("2026-11-22T12:01:00Z");

    @Test
    void followers_are_told_each_entry_once_in_any_order_of_what_happens() {
        for (int seed = 0; seed < 1_000; seed++) {
            var run = new Run(new Random(seed));
            for (int step = 0; step < 300; step++) run.step();
            run.finish();
            for (var reader : run.readers)
                assertThat(reader.told)
                        .as("seed %d, %s", seed, reader.account)
                        .isEqualTo(run.log.places(reader.account));
        }
    }

    private static final class Run {
        private final Random random;
        private final SharedLog log = new SharedLog();
        private final Deque<Runnable> delivery = new ArrayDeque<>();

        /** Commits on disk that were not told of yet. */
        private final Deque<Runnable> untold = new ArrayDeque<>();

        private final FeedFollowers followers = new FeedFollowers(log, delivery::add);
        private final List<Reader> readers =
                List.of(new Reader(ANN), new Reader(ANN), new Reader(ANN), new Reader(BOB));

        private Run(Random random) {
            this.random = random;
        }

        private void step() {
            switch (random.nextInt(9)) {
                case 0 -> happens(ANN);
                case 1 -> happens(BOB);
                case 2 -> happens(ANN, BOB);
                case 3 -> followers.step(random.nextBoolean() ? LATER : Instant.EPOCH);
                case 4 -> log.isSlow = random.nextBoolean();
                case 5 -> log.answer();
                case 6 -> readers.get(random.nextInt(readers.size())).comeOrGo();
                case 7 -> {
                    if (!untold.isEmpty()) untold.remove().run();
                }
                default -> {
                    if (!delivery.isEmpty()) delivery.remove().run();
                }
            }
        }

        private void happens(AccountId... accounts) {
            var news = log.happens(accounts);
            untold.add(() -> followers.appended(news));
        }

        private void finish() {
            log.isSlow = false;
            log.answer();
            while (!untold.isEmpty()) untold.remove().run();
            for (int round = 0; round < 3; round++) {
                while (!delivery.isEmpty()) delivery.remove().run();
                for (var reader : readers) {
                    reader.take();
                    if (reader.waiting == null) reader.comeOrGo();
                }
            }
        }

        /** One who goes on from where it is, and is away now and then. */
        private final class Reader {
            private final AccountId account;
            private final List<String> told = new ArrayList<>();
            private Cursor place = SharedLog.place(0);
            private @Nullable CompletableFuture<FeedPage> waiting;

            private Reader(AccountId account) {
                this.account = account;
            }

            private void comeOrGo() {
                if (waiting == null) {
                    waiting = followers.next(account, place, 100, LATER);
                } else if (!take() && random.nextInt(3) == 0) {
                    waiting.cancel(false);
                    waiting = null;
                }
            }

            private boolean take() {
                if (waiting == null || !waiting.isDone()) return false;
                var page = waiting.join();
                for (var entry : page.entries()) told.add(entry.cursor().text());
                assertThat(WatchedAccount.isLater(place, page.next())).isFalse();
                place = page.next();
                waiting = null;
                return true;
            }
        }
    }
}
