package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class FailingStoreTest extends FaultySituation {

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
            assertThat(Scene.ref(after.join())).isNotEqualTo(first);
            assertThat(scene.claim(scene.worker(2), 2)).hasSize(2);
            assertThat(told).extracting(TaskChange::id).contains(first);
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
            scene.done(harness.tasks().cancel(ann.account(), lease.task()));
            scene.accepted(order());
            var _ = somethingBad();
            var claim = harness.tasks().claim(worker, EngineName.SANDBOX, 1);
            harness.settle();
            assertThat(claim).isNotDone();
            assertThat(scene.done(harness.tasks().stopped(lease))).isEqualTo(WriteOutcome.STORED);
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
            assertThat(harness.reads().find(ann.account(), task).join()).isPresent();
            assertThat(harness.ledger().book(ann.account()).join().held()).isEqualTo(10);
            limitPages(false);
            time.pass(Duration.ofSeconds(1));
            assertThat(fill()).allSatisfy(answer -> Scene.ref(answer.join()));
            assertThat(scene.book(ann).held()).isEqualTo(510);
        }

        @Test
        void is_told_by_the_stores_health_until_something_is_written_again() {
            scene.accepted(order());
            assertThat(harness.opened().isHealthy()).isTrue();
            limitPages(true);
            fill();
            assertThat(harness.opened().isHealthy()).isFalse();
            limitPages(false);
            scene.accepted(order());
            assertThat(harness.opened().isHealthy()).isTrue();
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
