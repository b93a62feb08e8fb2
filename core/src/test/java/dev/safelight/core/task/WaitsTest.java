package dev.safelight.core.task;

import static dev.safelight.core.task.Samples.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class WaitsTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);
    private static final TaskState DONE = new TaskState.Succeeded(Samples.HOLD, Samples.OUTPUT);
    private static final Instant SOON = NOON.plusSeconds(30);
    private static final Instant LATER = NOON.plusSeconds(60);

    private final OneTask anns = new OneTask(ANN);
    private final Deque<Runnable> delivery = new ArrayDeque<>();
    private final Waits waits = new Waits(anns, delivery::add);

    private CompletableFuture<Optional<Waited>> waiting(AccountId account, Instant until) {
        return waits.forEnd(account, Samples.ID, until);
    }

    private void deliver() {
        while (!delivery.isEmpty()) delivery.remove().run();
    }

    /** It is on disk that the task is in this state now. */
    private void becomes(TaskState state) {
        anns.state = state;
        tell(Samples.task(state));
    }

    private void tell(Task task) {
        var entry = new LogEntry(2, NOON, new TaskEvent.Cancelled());
        waits.committed(List.of(new TaskChange(task, entry)));
    }

    private static Waited answer(CompletableFuture<Optional<Waited>> wait) {
        assertThat(wait).isCompleted();
        return wait.join().orElseThrow();
    }

    @Nested
    class WhileTheTaskIsLive {
        @Test
        void nobody_is_answered() {
            var wait = waiting(ANN, SOON);
            deliver();
            assertThat(wait).isNotDone();
            assertThat(waits.size()).isOne();
        }

        @Test
        void its_end_answers_all_that_wait_where_answers_are_delivered() {
            var one = waiting(ANN, SOON);
            var other = waiting(ANN, SOON);
            becomes(DONE);
            assertThat(one).isNotDone();
            deliver();
            for (var wait : List.of(one, other))
                assertThat(answer(wait)).isEqualTo(new Waited(anns.view(), false));
            assertThat(waits.size()).isZero();
        }

        @Test
        void one_read_serves_all_of_an_account() {
            var waiting = List.of(waiting(ANN, SOON), waiting(ANN, LATER));
            anns.readers.clear();
            becomes(DONE);
            deliver();
            assertThat(anns.readers).containsExactly(ANN);
            assertThat(waiting).allSatisfy(wait -> assertThat(wait).isCompleted());
        }

        @Test
        void a_change_that_is_no_end_answers_nobody() {
            var wait = waiting(ANN, SOON);
            becomes(new TaskState.Running(Samples.FIRST, Samples.WORKER, 40));
            assertThat(delivery).isEmpty();
            assertThat(wait).isNotDone();
        }

        @Test
        void the_end_of_another_task_answers_nobody() {
            var wait = waiting(ANN, SOON);
            var header = Samples.HEADER;
            var other = new TaskHeader(
                    new TaskId(new Id(8, 8)), header.owner(), header.route(), header.terms());
            tell(new Task(other, DONE, new Task.Stamp(4, 3)));
            assertThat(delivery).isEmpty();
            assertThat(wait).isNotDone();
        }

        @Test
        void whoever_gives_up_is_waited_for_no_more_and_others_still_are() {
            var gone = waiting(ANN, SOON);
            var stays = waiting(ANN, SOON);
            gone.cancel(false);
            assertThat(waits.size()).isOne();
            becomes(DONE);
            deliver();
            assertThat(answer(stays).timedOut()).isFalse();
        }

        @Test
        void once_all_have_given_up_its_end_reads_nothing() {
            waiting(ANN, SOON).cancel(false);
            anns.readers.clear();
            becomes(DONE);
            assertThat(delivery).isEmpty();
            assertThat(anns.readers).isEmpty();
        }

        @Test
        void a_fault_of_the_store_at_its_end_is_everybodys_answer() {
            var wait = waiting(ANN, SOON);
            anns.isBroken = true;
            becomes(DONE);
            deliver();
            assertThat(wait).isCompletedExceptionally();
            assertThat(waits.size()).isZero();
        }
    }

    @Nested
    class WhenTimeIsUp {
        @Test
        void those_whose_time_it_is_are_answered_with_what_is_so_now() {
            var wait = waiting(ANN, SOON);
            assertThat(waits.step(SOON.minusNanos(1))).isEqualTo(SOON);
            assertThat(wait).isNotDone();
            assertThat(waits.step(SOON)).isEqualTo(Instant.MAX);
            assertThat(answer(wait)).isEqualTo(new Waited(anns.view(), true));
        }

        @Test
        void the_next_time_is_the_earliest_of_those_that_stay() {
            var later = waiting(ANN, LATER);
            var soon = waiting(ANN, SOON);
            assertThat(waits.step(NOON)).isEqualTo(SOON);
            assertThat(waits.step(SOON)).isEqualTo(LATER);
            assertThat(soon).isCompleted();
            assertThat(later).isNotDone();
        }

        @Test
        void two_of_one_moment_are_two() {
            var one = waiting(ANN, SOON);
            var other = waiting(ANN, SOON);
            assertThat(waits.size()).isEqualTo(2);
            waits.step(SOON);
            assertThat(one).isCompleted();
            assertThat(other).isCompleted();
        }

        @Test
        void a_task_that_ended_unnoticed_is_shown_as_ended() {
            var wait = waiting(ANN, SOON);
            anns.state = DONE;
            waits.step(SOON);
            assertThat(answer(wait).timedOut()).isFalse();
        }
    }

    @Nested
    class WhileTheServerDrains {
        @Test
        void all_are_answered_as_if_their_time_were_up() {
            var wait = waiting(ANN, LATER);
            waits.drain();
            assertThat(answer(wait).timedOut()).isTrue();
            assertThat(waits.size()).isZero();
        }

        @Test
        void whoever_comes_is_answered_at_once() {
            waits.drain();
            assertThat(answer(waiting(ANN, LATER)).timedOut()).isTrue();
        }
    }

    @Nested
    class AtTheFirstRead {
        @Test
        void a_task_that_has_ended_is_the_answer() {
            anns.state = DONE;
            assertThat(answer(waiting(ANN, SOON))).isEqualTo(new Waited(anns.view(), false));
            assertThat(waits.size()).isZero();
        }

        @Test
        void a_stranger_is_told_that_there_is_none() {
            assertThat(waiting(BOB, SOON).join()).isEmpty();
            assertThat(waits.size()).isZero();
        }

        @Test
        void a_fault_of_the_store_is_the_answer() {
            anns.isBroken = true;
            assertThat(waiting(ANN, SOON)).isCompletedExceptionally();
        }

        @Test
        void a_read_that_takes_its_time_is_answered_where_answers_are_delivered() {
            anns.answersAtOnce = false;
            anns.state = DONE;
            var wait = waiting(ANN, SOON);
            anns.answerReads();
            assertThat(wait).isNotDone();
            deliver();
            assertThat(wait).isCompleted();
        }

        @Test
        void an_end_before_its_answer_is_not_missed() {
            anns.answersAtOnce = false;
            var wait = waiting(ANN, SOON);
            anns.answersAtOnce = true;
            becomes(DONE);
            delivery.remove().run();
            assertThat(answer(wait).timedOut()).isFalse();
        }

        @Test
        void a_stranger_beside_the_owner_reads_for_itself() {
            anns.answersAtOnce = false;
            var own = waiting(ANN, SOON);
            var strange = waiting(BOB, SOON);
            anns.readers.clear();
            anns.answersAtOnce = true;
            becomes(DONE);
            delivery.remove().run();
            assertThat(anns.readers).containsExactlyInAnyOrder(ANN, BOB);
            assertThat(answer(own).view().id()).isEqualTo(Samples.ID);
            assertThat(strange.join()).isEmpty();
        }
    }
}
