package dev.safelight.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class FeedFollowersTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);
    private static final Instant LATER = Instant.parse("2026-11-22T12:01:00Z");

    private final SharedLog log = new SharedLog();
    private final Deque<Runnable> delivery = new ArrayDeque<>();
    private final FeedFollowers followers = new FeedFollowers(log, delivery::add);

    private void deliver() {
        while (!delivery.isEmpty()) delivery.remove().run();
    }

    private void happens(AccountId... accounts) {
        followers.appended(log.happens(accounts));
    }

    private CompletableFuture<FeedPage> next(AccountId account, int after) {
        var answer = followers.next(account, SharedLog.place(after), 100, LATER);
        deliver();
        return answer;
    }

    private static List<String> places(CompletableFuture<FeedPage> answer) {
        assertThat(answer).isCompleted();
        return answer.join().entries().stream()
                .map(entry -> entry.cursor().text())
                .toList();
    }

    @Test
    void whoever_is_behind_is_told_at_once() {
        happens(ANN);
        happens(BOB, ANN);
        assertThat(places(next(ANN, 0))).containsExactly("1", "3");
        assertThat(places(next(ANN, 1))).containsExactly("3");
    }

    @Nested
    class WhoeverFollowsAlong {
        @Test
        void is_told_of_the_next_entry_where_news_are_delivered() {
            var answer = next(ANN, 0);
            happens(ANN);
            assertThat(answer).isNotDone();
            deliver();
            assertThat(places(answer)).containsExactly("1");
        }

        @Test
        void is_not_woken_by_what_others_do() {
            var _ = next(ANN, 0);
            happens(BOB);
            assertThat(delivery).isEmpty();
        }

        @Test
        void is_spared_the_rows_of_others() {
            var answer = next(ANN, 0);
            for (int i = 0; i < 50; i++) happens(BOB);
            happens(ANN);
            log.reads.clear();
            deliver();
            assertThat(places(answer)).hasSize(1);
            assertThat(log.reads).containsExactly(SharedLog.place(50).text());
        }

        @Test
        void misses_none_of_several_commits() {
            var answer = next(ANN, 0);
            happens(BOB);
            happens(ANN);
            happens(BOB);
            happens(ANN);
            deliver();
            assertThat(places(answer)).containsExactly("2", "4");
        }

        @Test
        void misses_nothing_that_happens_before_its_own_read_comes_back() {
            log.isSlow = true;
            var answer = next(ANN, 0);
            log.isSlow = false;
            happens(ANN);
            deliver();
            log.answer();
            deliver();
            assertThat(places(answer)).containsExactly("1");
        }

        @Test
        void shares_one_read_with_all_who_are_as_far() {
            var places = List.of(0, 0, 0);
            for (int entry = 1; entry <= 3; entry++) {
                var answers = places.stream().map(place -> next(ANN, place)).toList();
                happens(ANN);
                deliver();
                String told = SharedLog.place(entry).text();
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(places(answer)).containsExactly(told));
                places =
                        answers.stream().map(answer -> at(answer.join().next())).toList();
            }
            // One for the first who came, and one for each entry.
            assertThat(log.reads).containsExactly("0", "0", "1", "2");
        }

        @Test
        void shares_the_read_of_those_who_came_before_and_misses_nothing_by_that() {
            log.isSlow = true;
            var first = next(ANN, 0);
            happens(ANN);
            var second = next(ANN, 0);
            assertThat(log.reads).hasSize(1);
            log.isSlow = false;
            log.answer();
            deliver();
            assertThat(places(first)).containsExactly("1");
            assertThat(places(second)).containsExactly("1");
        }

        @Test
        void is_read_for_where_its_place_is_beyond_the_end() {
            var _ = next(ANN, 0);
            log.reads.clear();
            var _ = next(ANN, 40);
            assertThat(log.reads).containsExactly(SharedLog.place(40).text());
        }

        @Test
        void is_told_of_a_fault_of_the_store() {
            var answer = next(ANN, 0);
            log.isBroken = true;
            happens(ANN);
            deliver();
            assertThat(answer).isCompletedExceptionally();
        }
    }

    @Nested
    class WhenNothingCame {
        @Test
        void the_answer_is_an_empty_page_from_which_to_go_on_beyond_others_entries() {
            var answer = next(ANN, 0);
            happens(BOB);
            happens(BOB);
            assertThat(followers.step(LATER.minusSeconds(1))).isEqualTo(LATER);
            deliver();
            assertThat(answer).isNotDone();
            followers.step(LATER);
            deliver();
            assertThat(answer.join().entries()).isEmpty();
            assertThat(answer.join().isLast()).isTrue();
            assertThat(answer.join().next()).isEqualTo(SharedLog.place(2));
            assertThat(followers.size()).isZero();
        }

        @Test
        void news_that_are_not_delivered_yet_are_not_passed_over() {
            var answer = next(ANN, 0);
            happens(BOB);
            happens(ANN);
            followers.step(LATER);
            // The time is up first, the news come second.
            delivery.addFirst(delivery.removeLast());
            deliver();
            assertThat(places(next(ANN, at(answer.join().next())))).containsExactly("2");
        }

        @Test
        void whose_read_is_slow_is_answered_after_it() {
            log.isSlow = true;
            var answer = next(ANN, 0);
            followers.step(LATER);
            deliver();
            assertThat(answer).isNotDone();
            log.answer();
            deliver();
            assertThat(answer).isCompleted();
        }
    }

    private static int at(Cursor place) {
        return Integer.parseInt(place.text(), 36);
    }

    @Test
    void a_drain_answers_those_who_are_parked_and_those_who_come() {
        var parked = next(ANN, 0);
        followers.drain();
        assertThat(parked).isCompleted();
        assertThat(next(ANN, 0)).isCompleted();
        happens(ANN);
        assertThat(places(next(ANN, 0))).hasSize(1);
    }

    @Test
    void whoever_gives_up_is_read_for_no_more() {
        next(ANN, 0).cancel(false);
        log.reads.clear();
        happens(ANN);
        deliver();
        assertThat(log.reads).isEmpty();
        assertThat(followers.size()).isZero();
    }

    @Nested
    class OfAnAccount {
        @Test
        void nothing_is_kept_that_nobody_watches() {
            happens(ANN, BOB);
            assertThat(followers.accounts()).isZero();
            var answer = next(ANN, 0);
            var longer = next(ANN, 2);
            happens(BOB);
            assertThat(followers.accounts()).isOne();
            longer.cancel(false);
            followers.step(LATER.minusSeconds(1));
            assertThat(answer).isCompleted();
            assertThat(followers.accounts()).isZero();
        }

        @Test
        void something_is_kept_until_the_last_has_left() {
            var one = next(ANN, 0);
            var other = next(ANN, 0);
            one.cancel(false);
            followers.step(LATER.minusSeconds(1));
            assertThat(followers.accounts()).isOne();
            other.cancel(false);
            followers.step(LATER.minusSeconds(1));
            assertThat(followers.accounts()).isZero();
        }
    }
}
