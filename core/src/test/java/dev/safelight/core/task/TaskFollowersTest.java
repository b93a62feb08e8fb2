package dev.safelight.core.task;

import static dev.safelight.core.task.Samples.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class TaskFollowersTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);

    private final OneTask anns = new OneTask(ANN);
    private final Deque<Runnable> delivery = new ArrayDeque<>();
    private final TaskFollowers followers = new TaskFollowers(anns, delivery::add);

    @BeforeEach
    void submit() {
        happens(new TaskEvent.Submitted(Samples.INPUT));
    }

    private void deliver() {
        while (!delivery.isEmpty()) delivery.remove().run();
    }

    /** It is on disk that this happened. */
    private void happens(TaskEvent event) {
        var entry = anns.happens(NOON, event);
        followers.committed(List.of(new TaskChange(anns.view().task(), entry)));
    }

    private CompletableFuture<List<Moment>> next(AccountId account, long after) {
        return followers.next(account, Samples.ID, after);
    }

    private static List<Long> sequences(CompletableFuture<List<Moment>> answer) {
        assertThat(answer).isCompleted();
        return answer.join().stream().map(moment -> moment.entry().sequence()).toList();
    }

    @Nested
    class WhoeverIsBehind {
        @Test
        void is_told_at_once_of_all_that_follows_in_order() {
            happens(new TaskEvent.Started(Samples.WORKER, Samples.FIRST));
            happens(new TaskEvent.Progressed(40));
            assertThat(sequences(next(ANN, 0))).containsExactly(1L, 2L, 3L);
            assertThat(sequences(next(ANN, 2))).containsExactly(3L);
        }

        @Test
        void is_told_a_page_at_a_time() {
            happens(new TaskEvent.Started(Samples.WORKER, Samples.FIRST));
            for (int i = 0; i < TaskFollowers.PAGE; i++) happens(new TaskEvent.Progressed(40));
            assertThat(next(ANN, 0).join()).hasSize(TaskFollowers.PAGE);
        }
    }

    @Nested
    class WhoeverFollowsAlong {
        @Test
        void is_told_of_the_next_entry_where_news_are_delivered() {
            var answer = next(ANN, 1);
            deliver();
            assertThat(answer).isNotDone();
            happens(new TaskEvent.Cancelled());
            assertThat(answer).isNotDone();
            deliver();
            assertThat(sequences(answer)).containsExactly(2L);
            assertThat(answer.join().getFirst().view()).isEqualTo(anns.view());
        }

        @Test
        void shares_one_read_with_all_who_are_as_far() {
            var answers = List.of(next(ANN, 1), next(ANN, 1), next(ANN, 1));
            anns.readers.clear();
            happens(new TaskEvent.Cancelled());
            deliver();
            assertThat(anns.readers).containsExactly(ANN);
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
        }

        @Test
        void misses_nothing_that_happens_before_its_own_read() {
            anns.answersAtOnce = false;
            var answer = next(ANN, 1);
            anns.answersAtOnce = true;
            happens(new TaskEvent.Cancelled());
            deliver();
            assertThat(sequences(answer)).containsExactly(2L);
        }

        @Test
        void stays_parked_when_it_is_woken_for_nothing_new() {
            var answer = next(ANN, 2);
            happens(new TaskEvent.Started(Samples.WORKER, Samples.FIRST));
            deliver();
            assertThat(answer).isNotDone();
            happens(new TaskEvent.Progressed(40));
            deliver();
            assertThat(sequences(answer)).containsExactly(3L);
        }

        @Test
        void is_told_of_a_fault_of_the_store() {
            var answer = next(ANN, 1);
            anns.isBroken = true;
            happens(new TaskEvent.Cancelled());
            deliver();
            assertThat(answer).isCompletedExceptionally();
        }
    }

    @Test
    void whoever_gives_up_is_read_for_no_more() {
        next(ANN, 1).cancel(false);
        anns.readers.clear();
        happens(new TaskEvent.Cancelled());
        assertThat(delivery).isEmpty();
        assertThat(anns.readers).isEmpty();
    }

    @Test
    void a_stranger_beside_the_owner_is_told_nothing() {
        var strange = next(BOB, 0);
        var own = next(ANN, 1);
        happens(new TaskEvent.Cancelled());
        deliver();
        assertThat(own).isCompleted();
        assertThat(strange).isNotDone();
    }
}
