package dev.safelight.store.schedule;

import static dev.safelight.store.schedule.Room.ILLUSTRATOR;
import static dev.safelight.store.schedule.Room.SANDBOX;
import static dev.safelight.store.schedule.Room.USUAL;
import static dev.safelight.store.schedule.Room.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may run at once, and who gets a slot that comes free. */
class SlotsTest {
    private static final long ANN = 1;
    private static final long BOB = 2;
    private final Room room = new Room();
    private final Schedule<String> schedule = room.schedule;

    @Nested
    class OfAnEngine {
        @Test
        void bound_what_is_ready() {
            schedule.addCapacity(SANDBOX, 2);
            room.enqueue(5, ANN);
            assertThat(room.startAll()).hasSize(2);
        }

        @Test
        void are_none_before_a_worker_brings_them() {
            room.enqueue("a", ANN);
            assertThat(schedule.peekReady(SANDBOX)).isNull();
            assertThat(schedule.readyEngines()).isEmpty();
            schedule.addCapacity(SANDBOX, 1);
            assertThat(schedule.readyEngines()).containsExactly(SANDBOX);
            assertThat(room.startAll()).containsExactly("a");
        }

        @Test
        void are_handed_on_at_the_end() {
            schedule.addCapacity(SANDBOX, 1);
            var first = room.enqueue("first", ANN);
            room.enqueue("second", ANN);
            room.start();
            schedule.end(first);
            assertThat(room.startAll()).containsExactly("second");
        }

        @Test
        void are_handed_on_by_what_ends_while_it_is_ready() {
            schedule.addCapacity(SANDBOX, 1);
            var first = room.enqueue("first", ANN);
            room.enqueue("second", ANN);
            schedule.endWhileEngineRuns(first);
            assertThat(first.isStopping()).isFalse();
            assertThat(room.startAll()).containsExactly("second");
        }

        @Test
        void are_not_given_by_what_never_had_them() {
            schedule.addCapacity(SANDBOX, 1);
            room.enqueue("first", ANN);
            var second = room.enqueue("second", ANN);
            var third = room.enqueue("third", ANN);
            schedule.end(second);
            schedule.endWhileEngineRuns(third);
            assertThat(room.startAll()).containsExactly("first");
            assertThat(schedule.size()).isOne();
        }

        @Test
        void that_go_while_they_are_used_are_not_handed_on() {
            schedule.addCapacity(SANDBOX, 3);
            room.enqueue(4, ANN);
            var running = room.startAll(SANDBOX);
            schedule.addCapacity(SANDBOX, -2);
            schedule.end(running.get(0));
            schedule.end(running.get(1));
            assertThat(room.startAll()).isEmpty();
            schedule.end(running.get(2));
            assertThat(room.startAll()).hasSize(1);
        }

        @Test
        void go_to_no_other_engine() {
            schedule.addCapacity(ILLUSTRATOR, 5);
            room.enqueue("a", ANN);
            assertThat(schedule.peekReady(ILLUSTRATOR)).isNull();
            assertThat(schedule.peekReady(SANDBOX)).isNull();
        }

        @Test
        void cannot_go_where_none_came() {
            assertThatThrownBy(() -> schedule.addCapacity(SANDBOX, -1))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void are_got_in_the_order_in_which_they_are_taken() {
            schedule.addCapacity(SANDBOX, 2);
            room.enqueue("low", room.place(SANDBOX, ANN, key(ANN, 0), 0));
            room.enqueue("bobs", BOB);
            room.enqueue("high", room.place(SANDBOX, ANN, key(ANN, 0), 9));
            schedule.addCapacity(SANDBOX, 1);
            assertThat(room.startAll()).containsExactly("low", "bobs", "high");
        }
    }

    @Nested
    class OfAnAccount {
        @Test
        void bound_what_it_runs_and_leave_the_rest_to_others() {
            room.shares.put(ANN, new AccountShare(2, 1));
            schedule.addCapacity(SANDBOX, 10);
            room.enqueue(5, ANN);
            room.enqueue(3, BOB);
            assertThat(room.startAll()).containsExactly("1", "1", "2", "2", "2");
        }

        @Test
        void count_over_all_engines() {
            room.shares.put(ANN, new AccountShare(1, 1));
            schedule.addCapacity(SANDBOX, 4);
            schedule.addCapacity(ILLUSTRATOR, 4);
            var first = room.enqueue("first", ANN);
            room.enqueue("picture", room.place(ILLUSTRATOR, ANN, key(ANN, 0), USUAL));
            room.start();
            assertThat(schedule.peekReady(ILLUSTRATOR)).isNull();
            schedule.end(first);
            assertThat(Room.names(room.startAll(ILLUSTRATOR))).containsExactly("picture");
        }

        @Test
        void used_up_at_one_engine_keep_it_from_a_slot_that_another_engine_gets_later() {
            room.shares.put(ANN, new AccountShare(1, 1));
            room.enqueue("picture", room.place(ILLUSTRATOR, ANN, key(ANN, 0), USUAL));
            room.enqueue("sound", ANN);
            room.enqueue("bobs", room.place(ILLUSTRATOR, BOB, key(BOB, 0), USUAL));
            schedule.addCapacity(SANDBOX, 1);
            schedule.addCapacity(ILLUSTRATOR, 2);
            assertThat(room.startAll()).containsExactly("sound");
            assertThat(Room.names(room.startAll(ILLUSTRATOR))).containsExactly("bobs");
        }

        @Test
        void that_come_free_go_to_its_turn_over_all_engines() {
            room.shares.put(ANN, new AccountShare(1, 1));
            schedule.addCapacity(SANDBOX, 4);
            schedule.addCapacity(ILLUSTRATOR, 4);
            var running = room.enqueue("running", ANN);
            room.enqueue("usual", ANN);
            room.enqueue("high", room.place(ILLUSTRATOR, ANN, key(ANN, 0), 9));
            room.start();
            schedule.end(running);
            assertThat(schedule.readyEngines()).containsExactly(ILLUSTRATOR);
        }

        @Test
        void that_come_free_skip_an_engine_without_room() {
            room.shares.put(ANN, new AccountShare(1, 1));
            schedule.addCapacity(SANDBOX, 4);
            var running = room.enqueue("running", ANN);
            room.enqueue("usual", ANN);
            room.enqueue("high", room.place(ILLUSTRATOR, ANN, key(ANN, 0), 9));
            room.start();
            schedule.end(running);
            assertThat(schedule.readyEngines()).containsExactly(SANDBOX);
        }

        @Test
        void unlimited_are_bound_by_the_engine_alone() {
            schedule.addCapacity(SANDBOX, 100);
            room.enqueue(200, ANN);
            assertThat(room.startAll()).hasSize(100);
        }
    }

    @Nested
    class OfAKey {
        @Test
        void bound_it_and_leave_the_accounts_slots_to_its_other_keys() {
            room.keySlots.put(key(ANN, 1), 1);
            schedule.addCapacity(SANDBOX, 10);
            for (int i = 0; i < 3; i++)
                room.enqueue("bound", room.place(SANDBOX, ANN, key(ANN, 1), 9));
            room.enqueue("free", room.place(SANDBOX, ANN, key(ANN, 2), 0));
            assertThat(room.startAll()).containsExactly("bound", "free");
        }

        @Test
        void are_handed_on_at_the_end() {
            room.keySlots.put(key(ANN, 1), 1);
            schedule.addCapacity(SANDBOX, 10);
            var first = room.enqueue("first", room.place(SANDBOX, ANN, key(ANN, 1), USUAL));
            room.enqueue("second", room.place(SANDBOX, ANN, key(ANN, 1), USUAL));
            room.start();
            schedule.end(first);
            assertThat(room.startAll()).containsExactly("second");
        }

        @Test
        void count_over_all_engines() {
            room.keySlots.put(key(ANN, 1), 1);
            schedule.addCapacity(SANDBOX, 4);
            schedule.addCapacity(ILLUSTRATOR, 4);
            var first = room.enqueue("first", room.place(SANDBOX, ANN, key(ANN, 1), USUAL));
            room.enqueue("picture", room.place(ILLUSTRATOR, ANN, key(ANN, 1), USUAL));
            assertThat(schedule.readyEngines()).containsExactly(SANDBOX);
            schedule.end(first);
            assertThat(schedule.readyEngines()).containsExactly(ILLUSTRATOR);
        }

        @Test
        void that_are_free_help_nobody_while_the_account_has_none() {
            room.shares.put(ANN, new AccountShare(1, 1));
            room.keySlots.put(key(ANN, 1), 5);
            schedule.addCapacity(SANDBOX, 10);
            for (int i = 0; i < 3; i++)
                room.enqueue("anns", room.place(SANDBOX, ANN, key(ANN, 1), USUAL));
            assertThat(room.startAll()).hasSize(1);
        }

        @Test
        void go_by_turn_between_the_keys_that_have_one() {
            room.enqueue("usual", room.place(SANDBOX, ANN, key(ANN, 1), USUAL));
            room.enqueue("high", room.place(SANDBOX, ANN, key(ANN, 2), 9));
            room.enqueue("low", room.place(SANDBOX, ANN, key(ANN, 3), 0));
            room.enqueue("also high", room.place(SANDBOX, ANN, key(ANN, 1), 9));
            schedule.addCapacity(SANDBOX, 4);
            assertThat(room.startAll()).containsExactly("high", "also high", "usual", "low");
        }
    }

    @Nested
    class OfAStoppingEngine {
        private final Entry<String> first = begin();

        private Entry<String> begin() {
            room.shares.put(ANN, new AccountShare(1, 1));
            room.keySlots.put(key(ANN, 0), 1);
            schedule.addCapacity(SANDBOX, 1);
            schedule.addCapacity(ILLUSTRATOR, 1);
            var entry = room.enqueue("first", ANN);
            room.enqueue("second", ANN);
            room.start();
            return entry;
        }

        @Test
        void stay_taken_until_it_has_stopped() {
            schedule.endWhileEngineRuns(first);
            assertThat(first.isStopping()).isTrue();
            assertThat(schedule.peekReady(SANDBOX)).isNull();
            schedule.stopped(first);
            assertThat(first.isStopping()).isFalse();
            assertThat(room.startAll()).containsExactly("second");
        }

        @Test
        void leave_the_accounts_and_the_keys_to_others_at_once() {
            room.enqueue("picture", room.place(ILLUSTRATOR, ANN, key(ANN, 0), 0));
            assertThat(schedule.readyEngines()).isEmpty();
            schedule.endWhileEngineRuns(first);
            assertThat(schedule.readyEngines()).containsExactly(ILLUSTRATOR);
        }

        @Test
        void are_given_back_once() {
            schedule.endWhileEngineRuns(first);
            assertThatThrownBy(() -> schedule.end(first)).isInstanceOf(IllegalStateException.class);
            schedule.stopped(first);
            assertThatThrownBy(() -> schedule.stopped(first))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void do_not_count_as_living() {
            assertThat(schedule.size()).isEqualTo(2);
            schedule.endWhileEngineRuns(first);
            assertThat(schedule.size()).isOne();
            schedule.stopped(first);
            assertThat(schedule.size()).isOne();
        }
    }
}
