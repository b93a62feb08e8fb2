package dev.safelight.store.schedule;

import static dev.safelight.store.schedule.Room.ILLUSTRATOR;
import static dev.safelight.store.schedule.Room.SANDBOX;
import static dev.safelight.store.schedule.Room.USUAL;
import static dev.safelight.store.schedule.Room.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** How accounts share an engine, and in which order the tasks of one start. */
class ShareTest {
    private static final long ANN = 1;
    private static final long BOB = 2;
    private static final long CARL = 3;
    private final Room room = new Room();
    private final Schedule<String> schedule = room.schedule;

    ShareTest() {
        schedule.addCapacity(SANDBOX, 1);
    }

    private static int of(long account, List<String> started) {
        return Collections.frequency(started, Long.toString(account));
    }

    @Nested
    class OfAccountsThatAlwaysWait {
        @Test
        void is_equal_by_default_whatever_each_has_waiting() {
            room.enqueue(2_000, ANN);
            room.enqueue(600, BOB);
            var started = room.runOneByOne(1_000);
            assertThat(of(ANN, started)).isEqualTo(500);
            assertThat(of(BOB, started)).isEqualTo(500);
        }

        @Test
        void goes_by_weight_over_thousands_of_starts() {
            for (long account = 1; account <= 4; account++) {
                room.shares.put(account, new AccountShare(0, account));
                room.enqueue(4_500, account);
            }
            var started = room.runOneByOne(10_000);
            for (long account = 1; account <= 4; account++)
                assertThat((double) of(account, started)).isCloseTo(1_000.0 * account, within(2.0));
        }

        /** The bound that start-time fair queueing promises for any two that wait all the time. */
        @Test
        void differs_at_no_time_by_more_than_one_start_of_each() {
            double[] weights = {0.3, 1, 2.5, 7};
            for (int i = 0; i < weights.length; i++) {
                room.shares.put((long) i, new AccountShare(0, weights[i]));
                room.enqueue(5_000, i);
            }
            int[] starts = new int[weights.length];
            for (var name : room.runOneByOne(5_000)) {
                starts[Integer.parseInt(name)]++;
                for (int i = 0; i < weights.length; i++) {
                    for (int j = 0; j < i; j++)
                        assertThat(starts[i] / weights[i] - starts[j] / weights[j])
                                .isBetween(
                                        -1 / weights[i] - 1 / weights[j] - 1e-6,
                                        1 / weights[i] + 1 / weights[j] + 1e-6);
                }
            }
        }

        @Test
        void counts_starts_at_one_engine_only() {
            schedule.addCapacity(ILLUSTRATOR, 50);
            for (int i = 0; i < 50; i++)
                room.enqueue("picture", room.place(ILLUSTRATOR, ANN, key(ANN, 0), USUAL));
            var first = room.enqueue("first", CARL);
            room.enqueue(10, ANN);
            room.enqueue(10, BOB);
            room.start();
            schedule.end(first);
            assertThat(of(ANN, room.runOneByOne(10))).isEqualTo(5);
        }
    }

    @Nested
    class OfAnAccountThatWasAbsent {
        @Test
        void begins_with_no_credit_where_it_was_never_seen() {
            room.enqueue(1_100, ANN);
            room.runOneByOne(1_000);
            room.enqueue(100, BOB);
            assertThat(of(BOB, room.runOneByOne(20))).isBetween(9, 11);
        }

        @Test
        void begins_with_no_credit_where_it_was_seen_long_ago() {
            room.enqueue(1, BOB);
            room.enqueue(1_100, ANN);
            room.runOneByOne(1_000);
            room.enqueue(100, BOB);
            assertThat(of(BOB, room.runOneByOne(20))).isBetween(9, 11);
        }

        /** One that always has exactly one task waiting must not get ahead of everybody else. */
        @Test
        void is_not_renewed_by_coming_back_with_an_empty_queue() {
            room.enqueue(200, ANN);
            room.enqueue(1, BOB);
            int bobs = 0;
            for (int i = 0; i < 100; i++) {
                var next = room.start();
                if (next.task().equals("2")) {
                    bobs++;
                    room.enqueue(1, BOB);
                }
                schedule.end(next);
            }
            assertThat(bobs).isBetween(49, 51);
        }

        @Test
        void counts_what_it_had_before_by_its_weight() {
            room.shares.put(BOB, new AccountShare(0, 0.25));
            room.enqueue(1, BOB);
            room.enqueue(20, ANN);
            assertThat(room.runOneByOne(1)).containsExactly("2");
            room.enqueue(1, BOB);
            assertThat(room.runOneByOne(6)).containsExactly("1", "1", "1", "1", "1", "2");
        }

        /** Carl waits for his own slot meanwhile; serving him late must not turn time back. */
        @Test
        void has_no_credit_after_one_was_served_that_had_to_wait_for_its_own_slots() {
            room.shares.put(CARL, new AccountShare(1, 1));
            schedule.addCapacity(SANDBOX, 1);
            var carls = room.enqueue("carls", CARL);
            room.enqueue("carls next", CARL);
            room.enqueue(200, ANN);
            room.start();
            assertThat(of(ANN, room.runOneByOne(100))).isEqualTo(100);
            schedule.end(carls);
            room.enqueue(100, BOB);
            var next = room.startAll(SANDBOX);
            assertThat(Room.names(next)).contains("carls next");
            next.stream()
                    .filter(entry -> !entry.task().equals("carls next"))
                    .forEach(schedule::end);
            assertThat(of(BOB, room.runOneByOne(20))).isBetween(9, 11);
        }
    }

    @Nested
    class WithinAnAccount {
        @Test
        void the_higher_priority_goes_first_and_then_the_earlier_arrival() {
            schedule.addCapacity(SANDBOX, -1);
            for (int priority : new int[] {5, 0, 9, 5, 9, 0})
                room.enqueue("p" + priority, room.place(SANDBOX, ANN, key(ANN, 0), priority));
            schedule.addCapacity(SANDBOX, 6);
            var started = room.startAll(SANDBOX);
            assertThat(Room.names(started)).containsExactly("p9", "p9", "p5", "p5", "p0", "p0");
            assertThat(started)
                    .extracting(entry -> entry.place().turn().arrival())
                    .containsExactly(3L, 5L, 1L, 4L, 2L, 6L);
        }

        @Test
        void priority_gets_nothing_from_other_accounts() {
            for (int i = 0; i < 20; i++)
                room.enqueue("1", room.place(SANDBOX, ANN, key(ANN, 0), 9));
            for (int i = 0; i < 20; i++)
                room.enqueue("2", room.place(SANDBOX, BOB, key(BOB, 0), 0));
            assertThat(of(ANN, room.runOneByOne(20))).isEqualTo(10);
        }

        @Test
        void a_task_that_waits_again_has_the_turn_it_had() {
            var first = room.enqueue("first", ANN);
            room.enqueue("second", ANN);
            room.enqueue("third", ANN);
            room.start();
            schedule.rest(first);
            room.start();
            schedule.enqueue(first);
            schedule.addCapacity(SANDBOX, 1);
            assertThat(room.startAll()).containsExactly("first");
        }

        @Test
        void no_two_share_a_turn() {
            schedule.addCapacity(SANDBOX, -1);
            var place = room.place(SANDBOX, ANN, key(ANN, 0), USUAL);
            room.enqueue("one", place);
            var twin = room.add("other", place);
            assertThatThrownBy(() -> schedule.enqueue(twin))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
