package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.ConflictCause;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a submit does. */
abstract class SubmitContract extends StoreSituation {

    @Nested
    class AnAcceptedTask {
        @Test
        void is_pending_with_its_credits_held() {
            var task = scene.accepted(order().priced(80));
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, 920, 80, 0));
            assertThat(scene.story(ann, task)).containsExactly(TaskEvent.Kind.SUBMITTED);
        }

        @Test
        void shows_what_was_asked_word_for_word() {
            var words = Map.of("order", "7", "who", "\"Zoë\"");
            var session = scene.done(
                    scene.store().sessions().create(ann.account(), Sample.session(), "holiday"));
            var task = scene.accepted(
                    order().saying("{\"prompt\":\"ö\"}").noting(words).in(session.id()));
            var input = scene.view(ann, task).input();
            assertThat(input.json()).isEqualTo("{\"prompt\":\"ö\"}");
            assertThat(input.metadata()).isEqualTo(words);
            assertThat(input.session()).isEqualTo(session.id());
        }

        @Test
        void may_cost_nothing() {
            var task = scene.accepted(order().priced(0));
            assertThat(scene.status(ann, task)).isEqualTo(TaskStatus.PENDING);
            assertThat(scene.book(ann).held()).isZero();
        }
    }

    @Nested
    class WhenCreditsAreShort {
        @Test
        void a_submit_is_refused_and_leaves_nothing_behind() {
            assertThat(scene.submit(order().priced(1_001)))
                    .isEqualTo(new Submission.ShortOfCredits(
                            new Credits(1_001), new Credits(CREDITS)));
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, CREDITS, 0, 0));
            assertThat(scene.done(scene.store().reads().countLive())).isZero();
        }

        @Test
        void the_last_credit_can_be_spent() {
            scene.accepted(order().priced(CREDITS));
            assertThat(scene.submit(order().priced(1)))
                    .isInstanceOf(Submission.ShortOfCredits.class);
        }

        @Test
        void submits_that_come_together_never_hold_more_than_there_is() {
            var answers = new ArrayList<CompletableFuture<Submission>>();
            for (int i = 0; i < 30; i++) answers.add(scene.send(order().priced(90)));
            scene.store().settle();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .filteredOn(Submission.Accepted.class::isInstance)
                    .hasSize(11);
            assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, 10, 990, 0));
        }

        @Test
        void a_grant_makes_it_possible_again() {
            assertThat(scene.submit(order().priced(1_500)))
                    .isInstanceOf(Submission.ShortOfCredits.class);
            scene.done(scene.store().ledger().grant(ann.account(), new Credits(500)));
            scene.accepted(order().priced(1_500));
            assertThat(scene.book(ann)).isEqualTo(new Book(-1_500, 0, 1_500, 0));
        }
    }

    @Nested
    class WithAnIdempotencyKey {
        private final Order keyed() {
            return order().under("k");
        }

        private static TaskId replayed(Submission submission) {
            assertThat(submission).isInstanceOf(Submission.Replayed.class);
            return ((Submission.Replayed) submission).task();
        }

        @Test
        void the_same_request_gets_the_first_answer_again_and_holds_nothing_more() {
            var first = (Submission.Accepted) scene.submit(keyed());
            assertThat(scene.submit(keyed()))
                    .isEqualTo(new Submission.Replayed(first.task(), first.answer()));
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }

        @Test
        void another_request_is_a_conflict() {
            var first = scene.accepted(keyed());
            assertThat(scene.submit(keyed().saying("{\"prompt\":\"a dog\"}")))
                    .isEqualTo(new Submission.Conflict(first, ConflictCause.OTHER_REQUEST_OF_KEY));
        }

        @Test
        void requests_that_come_together_are_one_task() {
            var answers = new ArrayList<CompletableFuture<Submission>>();
            for (int i = 0; i < 40; i++) answers.add(scene.send(keyed()));
            answers.add(scene.send(keyed().saying("{}")));
            scene.store().settle();
            var first = Scene.ref(answers.getFirst().join());
            for (int i = 1; i < 40; i++)
                assertThat(replayed(answers.get(i).join())).isEqualTo(first);
            assertThat(answers.getLast().join())
                    .isEqualTo(new Submission.Conflict(first, ConflictCause.OTHER_REQUEST_OF_KEY));
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }

        @Test
        void a_task_that_has_ended_still_answers() {
            var worker = scene.worker(1);
            var lease = scene.running(keyed(), worker);
            scene.done(tasks().complete(lease, scene.result(1)));
            assertThat(replayed(scene.submit(keyed()))).isEqualTo(lease.task());
        }

        @Test
        void it_is_remembered_for_24_hours() {
            var first = scene.accepted(keyed());
            scene.pass(Duration.ofHours(24).minusMillis(1));
            assertThat(replayed(scene.submit(keyed()))).isEqualTo(first);
            scene.pass(Duration.ofMillis(1));
            var second = scene.accepted(keyed());
            assertThat(second).isNotEqualTo(first);
            assertThat(replayed(scene.submit(keyed()))).isEqualTo(second);
        }

        @Test
        void many_outdated_ones_can_be_used_again_at_once() {
            for (int i = 0; i < 70; i++) {
                var _ = scene.send(order().priced(1).under("k" + i));
            }
            scene.store().settle();
            scene.pass(Duration.ofHours(25));
            var answers = new ArrayList<CompletableFuture<Submission>>();
            for (int twice = 0; twice < 2; twice++) {
                for (int i = 0; i < 70; i++)
                    answers.add(scene.send(order().priced(1).under("k" + i)));
            }
            scene.store().settle();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .filteredOn(Submission.Accepted.class::isInstance)
                    .hasSize(70);
        }

        @Test
        void it_is_a_keys_own() {
            var bob = scene.account(CREDITS);
            var first = scene.accepted(keyed());
            assertThat(scene.accepted(Order.by(bob).under("k"))).isNotEqualTo(first);
        }

        @Test
        void a_refusal_is_not_remembered() {
            assertThat(scene.submit(keyed().priced(2_000)))
                    .isInstanceOf(Submission.ShortOfCredits.class);
            scene.done(scene.store().ledger().grant(ann.account(), new Credits(CREDITS)));
            scene.accepted(keyed().priced(2_000));
        }

        @Test
        void it_is_known_after_a_restart() {
            var first = scene.accepted(keyed());
            scene.store().reopen();
            assertThat(replayed(scene.submit(keyed()))).isEqualTo(first);
        }
    }
}
