package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Commits;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Write;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

class FailingStoreTest {
    private static final long CREDITS = 1_000;

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final Gate gate = new Gate();
    private final List<TaskChange> told = new ArrayList<>();
    private Commits listener = told::addAll;
    private SqliteHarness harness;
    private Scene scene;
    private Principal ann;

    @BeforeEach
    void set() {
        link();
        var file = new StoreSettings.Location.File(folder.resolve("link/s.db"));
        harness = new SqliteHarness(file, time, changes -> listener.committed(changes), gate);
        scene = new Scene(harness, time);
        ann = scene.account(CREDITS);
        told.clear();
    }

    @AfterEach
    void clear() {
        harness.close();
    }

    /** While the link is gone the file cannot be opened; connections that are open go on. */
    private void unlink() {
        try {
            Files.delete(folder.resolve("link"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void link() {
        try {
            Path real = Files.createDirectories(folder.resolve("real"));
            Files.createSymbolicLink(folder.resolve("link"), real);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static StoreFault.Kind faultOf(CompletableFuture<?> answer) {
        assertThat(answer).isCompletedExceptionally();
        try {
            answer.join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException failed) {
            return ((StoreFault) Objects.requireNonNull(failed.getCause())).kind();
        }
    }

    private Order order() {
        return Order.by(ann);
    }

    /** Something that always throws while it is decided. */
    private CompletableFuture<Object> somethingBad() {
        return harness.writer().errand(connection -> {
            throw new IllegalStateException("bad, says the test");
        });
    }

    @Nested
    class OneBadThingAmongMany {
        @Test
        void fails_alone() {
            var before = scene.send(order());
            var bad = somethingBad();
            var after = scene.send(order());
            harness.settle();
            assertThat(faultOf(bad)).isEqualTo(StoreFault.Kind.BROKEN);
            assertThat(scene.book(ann).held()).isEqualTo(20);
            var first = Scene.ref(before.join());
            assertThat(Scene.ref(after.join()).row()).isEqualTo(first.row() + 1);
            assertThat(scene.claim(scene.worker(2), 2)).hasSize(2);
            assertThat(told).extracting(change -> change.task().id()).contains(first.id());
        }

        @Test
        void leaves_claims_in_line_and_slots_as_they_were() {
            var worker = scene.worker(1);
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            var sent = scene.send(order());
            var _ = somethingBad();
            assertThat(scene.done(claim).getFirst().task()).isEqualTo(Scene.ref(sent.join()));
            scene.accepted(order());
            var next = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            assertThat(next).isNotDone();
        }

        @Test
        void does_not_free_the_slot_of_an_engine_that_has_not_stopped() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            scene.done(harness.tasks().cancel(ann.account(), lease.task().id()));
            scene.accepted(order());
            var _ = somethingBad();
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            assertThat(claim).isNotDone();
            assertThat(scene.done(harness.tasks().stopped(lease))).isEqualTo(Write.STORED);
            assertThat(claim).isDone();
        }
    }

    @Nested
    class WhenWhatTheClockSaysCannotBeWritten {
        @Test
        void everything_else_goes_on_and_the_writer_does_not_spin() {
            scene.accepted(order().waitingAtMost(Duration.ofMinutes(1)));
            // An end that cannot be written: its endpoint's row is refused by the file.
            harness.onWriter(db ->
                    db.script("CREATE TRIGGER refuse BEFORE UPDATE ON task WHEN new.state=4 BEGIN"
                            + " SELECT RAISE(ABORT, 'no'); END"));
            scene.pass(Duration.ofMinutes(1));
            assertThat(harness.step()).isAfter(time.instant());
            scene.accepted(order());
            harness.onWriter(db -> db.script("DROP TRIGGER refuse;\n"));
            scene.pass(Duration.ofSeconds(1));
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }
    }

    @Nested
    class ACommitThatFails {
        @Test
        void before_it_is_on_disk_is_made_again() {
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var sent = List.of(scene.send(order()), scene.send(order()));
            harness.settle();
            assertThat(sent).allSatisfy(answer -> Scene.ref(answer.join()));
            assertThat(scene.book(ann).held()).isEqualTo(20);
            assertThat(told).hasSize(2);
        }

        @Test
        void of_one_thing_before_it_is_on_disk_is_told_and_leaves_nothing() {
            gate.set(Gate.Next.FAIL_BEFORE, 9);
            var sent = scene.send(order().under("k"));
            harness.step();
            gate.set(Gate.Next.PASS, 0);
            assertThat(faultOf(sent)).isEqualTo(StoreFault.Kind.BROKEN);
            assertThat(scene.book(ann).held()).isZero();
            assertThat(scene.submit(order().under("k"))).isInstanceOf(Submission.Accepted.class);
        }

        @Test
        void after_it_is_on_disk_is_answered_as_it_happened() {
            var worker = scene.worker(1);
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            gate.set(Gate.Next.FAIL_AFTER, 1);
            var sent = scene.send(order());
            var task = Scene.ref(scene.done(sent));
            assertThat(claim.join()).hasSize(1);
            assertThat(told).extracting(TaskChange::status).contains(TaskStatus.RUNNING);
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.RUNNING);
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, 990, 10, 0));
        }

        @Test
        void of_a_claim_alone_serves_it_again() {
            var worker = scene.worker(1);
            scene.accepted(order());
            gate.set(Gate.Next.FAIL_BEFORE, 1);
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            scene.pass(Duration.ofSeconds(1));
            assertThat(claim.join()).hasSize(1);
        }

        @Test
        void knows_afterwards_which_engines_have_not_stopped() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            gate.set(Gate.Next.FAIL_AFTER, 1);
            var cancelled = harness.tasks().cancel(ann.account(), lease.task().id());
            assertThat(scene.done(cancelled)).isEqualTo(Cancellation.CANCELLED);
            scene.accepted(order());
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            assertThat(claim).isNotDone();
            gate.set(Gate.Next.FAIL_AFTER, 1);
            assertThat(scene.done(harness.tasks().stopped(lease))).isEqualTo(Write.STORED);
            assertThat(scene.done(claim)).hasSize(1);
        }
    }

    @Nested
    class WhenTheFileCannotBeOpenedAgain {
        /** The batch is on disk, or not, and nobody can tell. */
        private void fail(Gate.Next how, Runnable meanwhile) {
            gate.set(how, 1);
            unlink();
            harness.step();
            meanwhile.run();
            link();
            time.pass(Duration.ofSeconds(1));
            harness.settle();
        }

        @Test
        void callers_are_told_that_the_outcome_is_unknown_and_may_repeat() {
            var sent = scene.send(order().under("k"));
            fail(Gate.Next.FAIL_AFTER, () -> {
                assertThat(faultOf(sent)).isEqualTo(StoreFault.Kind.UNKNOWN);
                assertThat(harness.opened().isHealthy()).isFalse();
            });
            assertThat(harness.opened().isHealthy()).isTrue();
            assertThat(scene.submit(order().under("k"))).isInstanceOf(Submission.Replayed.class);
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }

        @Test
        void those_who_wait_for_the_end_hear_of_it_as_soon_as_it_is_known() {
            var task = scene.accepted(order());
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
            told.clear();
            var cancelled = harness.tasks().cancel(ann.account(), task.id());
            fail(Gate.Next.FAIL_AFTER, () -> assertThat(told).isEmpty());
            assertThat(faultOf(cancelled)).isEqualTo(StoreFault.Kind.UNKNOWN);
            assertThat(told).extracting(TaskChange::status).containsExactly(TaskStatus.CANCELLED);
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.CANCELLED);
        }

        @Test
        void a_claim_gets_what_was_started_for_it_as_soon_as_it_is_known() {
            var worker = scene.worker(1);
            var task = scene.accepted(order());
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            fail(Gate.Next.FAIL_AFTER, () -> assertThat(claim).isNotDone());
            assertThat(claim.join().getFirst().task()).isEqualTo(task);
            assertThat(scene.done(
                            harness.tasks().complete(claim.join().getFirst(), scene.result(1))))
                    .isEqualTo(Write.STORED);
        }

        @Test
        void a_claim_goes_on_waiting_when_nothing_was_written() {
            var worker = scene.worker(1);
            scene.accepted(order());
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            fail(Gate.Next.FAIL_BEFORE, () -> assertThat(claim).isNotDone());
            assertThat(claim.join()).hasSize(1);
        }

        @Test
        void what_is_sent_meanwhile_is_refused_and_reads_go_on() {
            var task = scene.accepted(order());
            scene.status(ann, task);
            var _ = scene.send(order());
            fail(Gate.Next.FAIL_BEFORE, () -> {
                var late = scene.send(order());
                assertThat(harness.step()).isAfter(time.instant());
                assertThat(faultOf(late)).isEqualTo(StoreFault.Kind.BROKEN);
                var found = harness.reads().find(ann.account(), task.id());
                assertThat(found.join()).isPresent();
            });
            scene.accepted(order());
        }
    }

    @Nested
    class AFullDisk {
        private void limitPages(boolean on) {
            harness.onWriter(db -> {
                long pages = on ? db.number("PRAGMA page_count") : 1_000_000;
                db.number("PRAGMA max_page_count=" + pages);
            });
        }

        private List<CompletableFuture<Submission>> fill() {
            var sent = new ArrayList<CompletableFuture<Submission>>();
            var text = "{\"prompt\":\"" + "x".repeat(3_000) + "\"}";
            for (int i = 0; i < 50; i++) sent.add(scene.send(order().saying(text)));
            harness.step();
            return sent;
        }

        @Test
        void refuses_what_has_no_room_lets_reads_go_on_and_takes_all_again_when_there_is_room() {
            var task = scene.accepted(order());
            limitPages(true);
            assertThat(fill())
                    .allSatisfy(
                            answer -> assertThat(faultOf(answer)).isEqualTo(StoreFault.Kind.FULL));
            assertThat(harness.reads().find(ann.account(), task.id()).join()).isPresent();
            assertThat(harness.ledger().book(ann.account()).join().held()).isEqualTo(10);
            limitPages(false);
            time.pass(Duration.ofSeconds(1));
            assertThat(fill()).allSatisfy(answer -> Scene.ref(answer.join()));
            assertThat(scene.book(ann).held()).isEqualTo(510);
        }
    }

    @Nested
    class TooMuchAtOnce {
        @Test
        void is_refused_at_once_and_the_rest_is_written() {
            var many = scene.account(100_000);
            var sent = new ArrayList<CompletableFuture<Submission>>();
            for (int i = 0; i < 20_100; i++) sent.add(scene.send(Order.by(many).priced(1)));
            assertThat(sent.subList(20_000, 20_100))
                    .allSatisfy(
                            answer -> assertThat(faultOf(answer)).isEqualTo(StoreFault.Kind.BUSY));
            harness.settle();
            assertThat(scene.book(many).held()).isEqualTo(20_000);
            scene.accepted(Order.by(many));
        }
    }

    @Nested
    class AListenerThatThrows {
        @Test
        void keeps_nobody_from_being_answered() {
            listener = changes -> {
                throw new IllegalStateException("it throws, says the test");
            };
            scene.accepted(order());
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }
    }

    @Nested
    class Closing {
        @Test
        void answers_whatever_still_waits_however_much_that_is() {
            var worker = scene.worker(1);
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            var sent = new ArrayList<CompletableFuture<Submission>>();
            for (int i = 0; i < 2_500; i++) sent.add(scene.send(order().priced(0)));
            harness.opened().close();
            sent.add(scene.send(order()));
            assertThat(sent)
                    .allSatisfy(answer ->
                            assertThat(faultOf(answer)).isEqualTo(StoreFault.Kind.BROKEN));
            assertThat(claim.join()).isEmpty();
            harness.reopen();
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, CREDITS, 0, 0));
        }
    }

    @Test
    void a_grant_and_a_hold_in_one_batch_see_each_other() {
        var granted = harness.ledger().grant(ann.account(), new Credits(500));
        var sent = scene.send(order().priced(1_500));
        harness.settle();
        assertThat(granted.join().available()).isEqualTo(1_500);
        Scene.ref(sent.join());
    }
}
