package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.task.ConflictCause;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** The caller's own ids of tasks, alone and beside an idempotency key. */
abstract class NamesContract extends StoreSituation {

    private Submission.Conflict conflict(TaskId task, ConflictCause cause) {
        return new Submission.Conflict(task, cause);
    }

    @Nested
    class AnIdOfTheCallers {
        private Order called() {
            return order().called("a");
        }

        @Test
        void shows_the_task_as_it_is_now_when_the_same_comes_again() {
            var lease = scene.running(called(), scene.worker(1));
            assertThat(scene.submit(called())).isEqualTo(new Submission.Existing(lease.task()));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RUNNING);
            scene.done(tasks().complete(lease, scene.result(1)));
            assertThat(scene.submit(called())).isEqualTo(new Submission.Existing(lease.task()));
            assertThat(scene.book(ann).held()).isZero();
            assertThat(scene.book(ann).spent()).isEqualTo(10);
        }

        @Test
        void of_another_request_is_a_conflict_and_holds_nothing() {
            var first = scene.accepted(called());
            assertThat(scene.submit(called().saying("{}")))
                    .isEqualTo(conflict(first, ConflictCause.OTHER_REQUEST_OF_CALLERS_ID));
            assertThat(scene.book(ann).held()).isEqualTo(10);
        }

        @Test
        void shows_the_task_when_the_same_is_wished_for_otherwise() {
            var first = scene.accepted(called());
            var sooner = called().withPriority(9);
            assertThat(scene.submit(sooner)).isEqualTo(new Submission.Existing(first));
            scene.store().reopen();
            assertThat(scene.submit(sooner)).isEqualTo(new Submission.Existing(first));
        }

        @Test
        void finds_its_task_for_its_key_alone_and_stands_in_view_and_log() {
            var first = scene.accepted(called());
            var found = scene.done(scene.store().reads().findOwn(ann.key(), "a"));
            assertThat(found.orElseThrow().id()).isEqualTo(first);
            assertThat(scene.view(ann, first).input().callersId()).isEqualTo("a");
            var log = scene.done(scene.store().reads().log(ann.account(), first, 0, 1));
            assertThat(log.getFirst().event()).isEqualTo(new TaskEvent.Submitted(called().input()));
            assertThat(scene.done(scene.store().reads().findOwn(ann.key(), "b")))
                    .isEmpty();
            var bob = scene.account(CREDITS, new KeyLimits(0, 0, 0));
            assertThat(scene.done(scene.store().reads().findOwn(bob.key(), "a")))
                    .isEmpty();
        }

        @Test
        void is_kept_as_long_as_the_task() {
            var first = scene.accepted(called());
            scene.pass(Duration.ofDays(3));
            assertThat(scene.submit(called())).isEqualTo(new Submission.Existing(first));
        }

        @Test
        void is_known_after_a_restart() {
            var first = scene.accepted(called());
            scene.store().reopen();
            assertThat(scene.submit(called())).isEqualTo(new Submission.Existing(first));
            assertThat(scene.submit(called().saying("{}")))
                    .isEqualTo(conflict(first, ConflictCause.OTHER_REQUEST_OF_CALLERS_ID));
        }

        @Test
        void makes_one_task_of_requests_that_come_together() {
            var answers = new ArrayList<CompletableFuture<Submission>>();
            for (int i = 0; i < 40; i++) answers.add(scene.send(called()));
            answers.add(scene.send(called().saying("{}")));
            answers.add(scene.send(order().called("b")));
            scene.store().settle();
            var first = Scene.ref(answers.getFirst().join());
            for (int i = 1; i < 40; i++)
                assertThat(answers.get(i).join()).isEqualTo(new Submission.Existing(first));
            assertThat(answers.get(40).join())
                    .isEqualTo(conflict(first, ConflictCause.OTHER_REQUEST_OF_CALLERS_ID));
            assertThat(Scene.ref(answers.getLast().join())).isNotEqualTo(first);
            assertThat(scene.book(ann).held()).isEqualTo(20);
        }

        @Test
        void of_a_refused_submit_is_free_again() {
            assertThat(scene.submit(called().priced(CREDITS + 1)))
                    .isInstanceOf(Submission.ShortOfCredits.class);
            scene.accepted(called());
        }

        @Test
        void is_a_keys_own() {
            var bob = scene.account(CREDITS, new KeyLimits(0, 0, 0));
            var first = scene.accepted(called());
            assertThat(scene.accepted(Order.by(bob).called("a"))).isNotEqualTo(first);
        }

        @Test
        void is_a_keys_own_also_within_an_account() {
            var first = scene.accepted(called());
            assertThat(Scene.ref(scene.done(tasks().submit(ofAnotherKey())))).isNotEqualTo(first);
        }

        @Test
        void is_a_keys_own_also_within_a_batch() {
            var first = scene.send(called());
            var second = tasks().submit(ofAnotherKey());
            scene.store().settle();
            assertThat(Scene.ref(second.join())).isNotEqualTo(Scene.ref(first.join()));
        }

        /** The same, by a key of the account that no row is needed for. */
        private NewTask ofAnotherKey() {
            var task = called().as(new TaskId(scene.id()));
            var owner = new Owner(ann.account(), new KeyId(ann.key().number() + 1_000));
            var header = task.header();
            return new NewTask(
                    new TaskHeader(header.id(), owner, header.route(), header.terms()),
                    task.input(),
                    task.files(),
                    task.repeats(),
                    task.answer(),
                    task.callback());
        }
    }

    @Nested
    class AnIdBesideAKey {
        private Order named() {
            return order().under("k").called("a");
        }

        @Test
        void repeats_the_answer_when_both_name_one_task() {
            var first = (Submission.Accepted) scene.submit(named());
            assertThat(scene.submit(named()))
                    .isEqualTo(new Submission.Replayed(first.task(), first.answer()));
        }

        @Test
        void is_a_conflict_of_the_key_when_the_request_is_another() {
            var first = scene.accepted(named());
            assertThat(scene.submit(named().saying("{}")))
                    .isEqualTo(conflict(first, ConflictCause.OTHER_REQUEST_OF_KEY));
        }

        @Test
        void is_a_conflict_of_the_key_when_the_same_is_wished_for_otherwise() {
            var first = scene.accepted(named());
            var conflict = conflict(first, ConflictCause.OTHER_REQUEST_OF_KEY);
            assertThat(scene.submit(named().withPriority(9))).isEqualTo(conflict);
            scene.store().reopen();
            assertThat(scene.submit(named().withPriority(9))).isEqualTo(conflict);
        }

        @Test
        void is_a_conflict_when_they_name_two_tasks() {
            var first = scene.accepted(order().under("k"));
            scene.accepted(order().called("a"));
            assertThat(scene.submit(named()))
                    .isEqualTo(conflict(first, ConflictCause.NAMES_TWO_TASKS));
            assertThat(scene.book(ann).held()).isEqualTo(20);
        }

        @Test
        void is_a_conflict_when_the_keys_task_has_no_such_id() {
            var first = scene.accepted(order().under("k"));
            assertThat(scene.submit(named()))
                    .isEqualTo(conflict(first, ConflictCause.NAMES_TWO_TASKS));
        }

        @Test
        void may_name_two_tasks_of_one_batch_and_is_a_conflict_then() {
            var first = scene.send(order().under("k"));
            var _ = scene.send(order().called("a"));
            var both = scene.send(named());
            scene.store().settle();
            assertThat(both.join())
                    .isEqualTo(conflict(Scene.ref(first.join()), ConflictCause.NAMES_TWO_TASKS));
        }

        @Test
        void shows_the_task_once_the_key_is_forgotten() {
            var first = scene.accepted(named());
            scene.pass(Duration.ofHours(24));
            assertThat(scene.submit(named())).isEqualTo(new Submission.Existing(first));
        }

        @Test
        void repeats_the_answer_after_a_restart() {
            var first = (Submission.Accepted) scene.submit(named());
            scene.store().reopen();
            assertThat(scene.submit(named()))
                    .isEqualTo(new Submission.Replayed(first.task(), first.answer()));
        }
    }
}
