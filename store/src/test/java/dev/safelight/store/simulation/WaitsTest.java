package dev.safelight.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Waited;
import dev.safelight.core.task.Waits;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreLimits;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.simulation.Mailbox;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

class WaitsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final VirtualTime time = new VirtualTime(NOON);
    private final Random random = new Random(1);
    private final Mailbox readers = new Mailbox();
    private final Mailbox deliveries = new Mailbox();
    private SqliteStore store;
    private Waits waits;
    private Principal ann;
    private TaskId task;

    @BeforeEach
    void set() {
        var around = new SqliteStore.Surroundings(
                new TaskRules(Retries.DEFAULT),
                changes -> waits.committed(changes),
                () -> {},
                readers,
                random,
                CommitGate.OPEN);
        var location = new StoreSettings.Location.Memory("waits");
        store = SqliteStore.open(
                new StoreSettings(location, StoreLimits.ROOMY.withQueue(100)), around);
        waits = new Waits(store.reads(), deliveries);
        ann = account();
        task = new TaskId(new Ids(time, random).next(1));
        var _ = store.tasks().submit(Order.by(ann).as(task));
        write();
    }

    @AfterEach
    void clear() {
        store.close();
    }

    private Principal account() {
        var key = KeyText.mint(Mode.TEST, random);
        var opened = store.accounts()
                .open(new NewKey("a", Mode.TEST, key, new Credits(100), new KeyLimits(0, 0, 0)));
        write();
        return opened.join();
    }

    private void write() {
        store.writer().step(time.instant());
    }

    /** Lets reads and answers through. */
    private void deliver() {
        while (!readers.isEmpty() || !deliveries.isEmpty()) {
            if (readers.isEmpty()) deliveries.runOne(random);
            else readers.runOne(random);
        }
    }

    private CompletableFuture<Optional<Waited>> begin(int seconds) {
        return waits.forEnd(ann.account(), task, NOON.plusSeconds(seconds));
    }

    private void cancelTask() {
        var _ = store.tasks().cancel(ann.account(), task);
        write();
    }

    private static Waited answer(CompletableFuture<Optional<Waited>> wait) {
        assertThat(wait).isDone();
        return wait.join().orElseThrow();
    }

    @Nested
    class TheEnd {
        @Test
        void answers_everybody_who_waits_for_it() {
            var one = begin(10);
            var two = begin(20);
            deliver();
            assertThat(waits.size()).isEqualTo(2);
            cancelTask();
            deliver();
            assertThat(answer(one).view().status()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(answer(two).timedOut()).isFalse();
            assertThat(waits.size()).isZero();
        }

        @Test
        void is_not_missed_when_it_falls_between_parking_and_the_first_read() {
            var wait = begin(10);
            cancelTask();
            deliver();
            assertThat(answer(wait).timedOut()).isFalse();
        }

        @Test
        void answers_at_once_when_it_has_come_already() {
            cancelTask();
            var wait = begin(10);
            deliver();
            assertThat(answer(wait).timedOut()).isFalse();
        }
    }

    @Nested
    class TheTime {
        @Test
        void when_up_brings_the_task_as_it_is() {
            var wait = begin(10);
            deliver();
            assertThat(waits.step(NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(10));
            assertThat(waits.step(NOON.plusSeconds(10))).isEqualTo(Instant.MAX);
            deliver();
            assertThat(answer(wait).timedOut()).isTrue();
            assertThat(answer(wait).view().status()).isEqualTo(TaskStatus.PENDING);
        }

        @Test
        void of_a_later_caller_is_known_while_an_earlier_one_is_still_being_answered() {
            var first = begin(10);
            var second = begin(20);
            assertThat(waits.step(NOON.plusSeconds(10))).isEqualTo(NOON.plusSeconds(20));
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
        }
    }

    @Nested
    class ADrain {
        @Test
        void answers_who_waits_and_who_comes_later_with_the_view_of_now() {
            var before = begin(1_000);
            deliver();
            waits.drain();
            var after = begin(1_000);
            deliver();
            assertThat(answer(before).timedOut()).isTrue();
            assertThat(answer(after).timedOut()).isTrue();
            assertThat(waits.size()).isZero();
        }
    }

    @Nested
    class ACaller {
        @Test
        void who_gives_up_is_forgotten() {
            var wait = begin(10);
            deliver();
            wait.cancel(true);
            assertThat(waits.size()).isZero();
        }

        @Test
        void from_another_account_is_told_that_there_is_no_such_task() {
            var wait = waits.forEnd(account().account(), task, NOON.plusSeconds(10));
            deliver();
            assertThat(wait.join()).isEmpty();
            assertThat(waits.size()).isZero();
        }

        @Test
        void who_asks_for_what_is_not_there_does_not_wait() {
            var wait = waits.forEnd(ann.account(), new TaskId(new Id(1, 1)), NOON.plusSeconds(10));
            deliver();
            assertThat(wait.join()).isEmpty();
            assertThat(waits.size()).isZero();
        }
    }
}
