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
            new StoreSettings(new StoreSettings.Location.Memory("keys"), 1, 20_000, IN_MEMORY),
            time,
            changes -> {},
            gate);
    private final Scene scene = new Scene(harness, time);
    private final Order order = Order.by(scene.account(2_000)).priced(0);

    @AfterEach
    void close() {
        harness.onWriter(db -> Audit.check(db::number));
        harness.close();
    }

    private long count(String query) {
        var count = new AtomicLong();
        harness.onWriter(db -> count.set(db.number(query)));
        return count.get();
    }

    /** In one batch. */
    private void send(String name, int many) {
        for (int i = 0; i < many; i++) {
            var _ = scene.send(order.under(name + " " + i));
        }
        harness.settle();
    }

    private void letThemMove(int batches) {
        for (int i = 0; i < batches; i++) harness.onWriter(db -> {});
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
        void they_move_to_disk_a_stretch_a_batch_and_are_known_all_the_while() {
            send("a", IN_MEMORY - 1);
            assertThat(count(ON_DISK)).isZero();
            send("b", 1);
            assertThat(count(ON_DISK)).isEqualTo(500);
            assertThat(notReplayed("b", 1)).isEmpty();
            assertThat(count(ON_DISK)).isEqualTo(IN_MEMORY);
            assertThat(notReplayed("a", IN_MEMORY - 1)).isEmpty();
        }

        @Test
        void a_restart_half_way_forgets_none() {
            send("a", 1_200);
            letThemMove(1);
            harness.reopen();
            assertThat(notReplayed("a", 1_200)).isEmpty();
            letThemMove(5);
            harness.reopen();
            assertThat(notReplayed("a", 1_200)).isEmpty();
        }

        @Test
        void a_batch_that_fails_moves_none() {
            send("a", 1_200);
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var _ = scene.send(order);
            harness.settle();
            assertThat(notReplayed("a", 1_200)).isEmpty();
            letThemMove(3);
            assertThat(count(ON_DISK)).isEqualTo(1_200);
        }
    }

    @Nested
    class WhenMostTasksHaveNoKey {
        @Test
        void a_start_looks_at_a_bounded_number_of_tasks_all_the_same() {
            scene.accepted(order.under("the only one"));
            for (int i = 0; i < 4 * IN_MEMORY; i++) {
                var _ = scene.send(order);
            }
            harness.settle();
            letThemMove(2);
            assertThat(count("SELECT task-keyed FROM clock")).isLessThan(IN_MEMORY);
            harness.reopen();
            assertThat(scene.submit(order.under("the only one")))
                    .isInstanceOf(Submission.Replayed.class);
        }
    }

    @Nested
    class AfterADay {
        @Test
        void a_key_makes_a_new_task_wherever_the_old_one_is_known_from() {
            send("a", 1_200);
            letThemMove(5);
            send("b", 10);
            scene.pass(Duration.ofHours(24));
            assertThat(scene.submit(order.under("a 1"))).isInstanceOf(Submission.Accepted.class);
            assertThat(scene.submit(order.under("a 1"))).isInstanceOf(Submission.Replayed.class);
            assertThat(scene.submit(order.under("b 1"))).isInstanceOf(Submission.Accepted.class);
            harness.reopen();
            assertThat(scene.submit(order.under("a 1"))).isInstanceOf(Submission.Replayed.class);
        }

        @Test
        void what_is_on_disk_goes_in_the_end_and_the_younger_stays() {
            send("a", 1_200);
            letThemMove(5);
            scene.pass(Duration.ofHours(36));
            send("b", 1_200);
            letThemMove(5);
            scene.pass(Duration.ofHours(20));
            letThemMove(5);
            assertThat(count(ON_DISK)).isEqualTo(1_200);
            scene.pass(Duration.ofHours(3));
            assertThat(notReplayed("b", 1_200)).isEmpty();
        }
    }
}
