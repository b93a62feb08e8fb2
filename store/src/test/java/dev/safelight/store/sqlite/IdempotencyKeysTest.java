package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Submission;
import dev.safelight.testkit.audit.Audit;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class IdempotencyKeysTest {
    private static final int IN_MEMORY = 1_000;
    private static final String ON_DISK = "SELECT count(*) FROM idempotency";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final Gate gate = new Gate();
    private final SqliteHarness harness = new SqliteHarness(
            new StoreSettings(
                    new StoreSettings.Location.Memory("keys"),
                    StoreLimits.ROOMY.withKeysInMemory(IN_MEMORY)),
            time,
            changes -> {},
            gate);
    private final Scene scene = new Scene(harness, time);
    private final Order order = Order.by(scene.account(2_000)).priced(0);

    @AfterEach
    void close() {
        try {
            harness.onWriter(db -> Audit.check(db::number));
        } finally {
            harness.close();
        }
    }

    private long count(String query) {
        var count = new AtomicLong();
        harness.onWriter(db -> count.set(db.number(query)));
        return count.get();
    }

    /** As few batches as there can be. */
    private void send(String name, int many) {
        for (int i = 0; i < many; i++) {
            var _ = scene.send(order.under(name + " " + i));
        }
        harness.settle();
    }

    private void letThemMove(int batches) {
        for (int i = 0; i < batches; i++) harness.onWriter(db -> {});
    }

    /** Something fails in a batch that has begun to move a stretch. */
    private void failABatch() {
        var _ = harness.writer().rare(tx -> {
            throw new IllegalStateException("planted");
        });
        harness.settle();
    }

    private Submission use(String key) {
        return scene.submit(order.under(key));
    }

    private List<String> notReplayed(String name, int many) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            var key = name + " " + i;
            if (!(scene.submit(order.under(key)) instanceof Submission.Replayed)) wrong.add(key);
        }
        return wrong;
    }

    @Nested
    class WhenMemoryIsFull {
        @Test
        void they_move_to_disk_by_stretches_and_are_known_all_the_while() {
            send("a", IN_MEMORY - 1);
            assertThat(count(ON_DISK)).isZero();
            send("b", 1);
            letThemMove(10);
            assertThat(count(ON_DISK)).isBetween(1L, IN_MEMORY - 1L);
            assertThat(notReplayed("a", IN_MEMORY - 1)).isEmpty();
            assertThat(notReplayed("b", 1)).isEmpty();
            assertThat(count(ON_DISK)).isEqualTo(IN_MEMORY);
            assertThat(notReplayed("a", IN_MEMORY - 1)).isEmpty();
        }

        @Test
        void full_batches_do_not_outrun_the_move() {
            for (int batch = 0; batch < 12; batch++) send("a" + batch, IN_MEMORY);
            assertThat(count("SELECT task-keyed FROM clock")).isLessThan(4 * IN_MEMORY);
        }

        @Test
        void a_restart_half_way_forgets_none() {
            send("a", IN_MEMORY);
            letThemMove(10);
            harness.reopen();
            assertThat(notReplayed("a", IN_MEMORY)).isEmpty();
            harness.reopen();
            assertThat(notReplayed("a", IN_MEMORY)).isEmpty();
        }

        @Test
        void a_batch_that_fails_moves_none() {
            send("a", IN_MEMORY);
            failABatch();
            letThemMove(1);
            failABatch();
            assertThat(notReplayed("a", IN_MEMORY)).isEmpty();
            letThemMove(200);
            assertThat(count(ON_DISK)).isEqualTo(IN_MEMORY);
            assertThat(notReplayed("a", IN_MEMORY)).isEmpty();
        }

        @Test
        void a_commit_that_fails_moves_none() {
            send("a", IN_MEMORY);
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var _ = scene.send(order);
            harness.settle();
            assertThat(notReplayed("a", IN_MEMORY)).isEmpty();
        }
    }

    @Nested
    class WhenTasksHaveNoKey {
        @Test
        void a_start_looks_at_a_bounded_number_of_them_all_the_same() {
            use("the only one");
            for (int i = 0; i < 10 * IN_MEMORY; i++) {
                var _ = scene.send(order);
            }
            harness.settle();
            letThemMove(3);
            assertThat(count("SELECT task-keyed FROM clock")).isLessThan(5 * IN_MEMORY);
            harness.reopen();
            assertThat(use("the only one")).isInstanceOf(Submission.Replayed.class);
        }
    }

    @Nested
    class AfterADay {
        @Test
        void a_key_makes_a_new_task_wherever_the_old_one_is_known_from() {
            send("a", 1_200);
            letThemMove(200);
            send("b", 10);
            scene.pass(Duration.ofHours(24));
            assertThat(scene.submit(order.under("a 1"))).isInstanceOf(Submission.Accepted.class);
            assertThat(scene.submit(order.under("a 1"))).isInstanceOf(Submission.Replayed.class);
            assertThat(scene.submit(order.under("b 1"))).isInstanceOf(Submission.Accepted.class);
            harness.reopen();
            assertThat(scene.submit(order.under("a 1"))).isInstanceOf(Submission.Replayed.class);
        }

        @Test
        void of_two_uses_the_later_one_counts_after_a_start() {
            use("daily");
            scene.pass(Duration.ofHours(25));
            assertThat(use("daily")).isInstanceOf(Submission.Accepted.class);
            harness.reopen();
            assertThat(use("daily")).isInstanceOf(Submission.Replayed.class);
        }

        @Test
        void a_key_that_moved_yesterday_still_counts() {
            send("a", IN_MEMORY);
            letThemMove(200);
            scene.pass(Duration.ofHours(23));
            letThemMove(200);
            assertThat(use("a 1")).isInstanceOf(Submission.Replayed.class);
            harness.reopen();
            assertThat(use("a 2")).isInstanceOf(Submission.Replayed.class);
        }

        @Test
        void what_is_on_disk_goes_in_the_end_and_the_younger_stays() {
            send("a", 1_200);
            letThemMove(200);
            scene.pass(Duration.ofHours(36));
            send("b", 1_200);
            letThemMove(400);
            scene.pass(Duration.ofHours(20));
            letThemMove(200);
            assertThat(count(ON_DISK)).isEqualTo(1_200);
            scene.pass(Duration.ofHours(3));
            assertThat(notReplayed("b", 1_200)).isEmpty();
        }
    }
}
