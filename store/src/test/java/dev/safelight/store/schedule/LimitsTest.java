package dev.safelight.store.schedule;

import static dev.safelight.store.schedule.Room.SANDBOX;
import static dev.safelight.store.schedule.Room.USUAL;
import static dev.safelight.store.schedule.Room.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When limits are asked for, and what is remembered of accounts that have gone. */
class LimitsTest {
    private static final long ANN = 1;
    private static final long BOB = 2;
    private final Room room = new Room();
    private final Schedule<String> schedule = room.schedule;

    LimitsTest() {
        schedule.addCapacity(SANDBOX, 100);
    }

    private static final class Nobody implements SlotLimits {
        @Override
        public AccountShare share(long account) {
            throw new IllegalStateException("no account " + account);
        }

        @Override
        public int keySlots(long key) {
            return 0;
        }

        @Override
        public int engineSlots(EngineName engine) {
            return 0;
        }
    }

    @Nested
    class AreAskedFor {
        @Test
        void once_while_anything_of_the_account_lives() {
            var first = room.enqueue("first", ANN);
            room.enqueue(10, ANN);
            schedule.end(first);
            room.enqueue(10, ANN);
            assertThat(room.sharesAsked).containsExactly(ANN);
            assertThat(room.keysAsked).containsExactly(key(ANN, 0));
        }

        @Test
        void again_when_nothing_of_it_lived_and_hold_from_then_on() {
            var first = room.enqueue("first", ANN);
            room.shares.put(ANN, new AccountShare(2, 1));
            room.enqueue(4, ANN);
            assertThat(room.startAll(SANDBOX)).hasSize(5).allSatisfy(schedule::end);
            assertThat(first.isResting()).isFalse();
            room.enqueue(5, ANN);
            assertThat(room.startAll()).hasSize(2);
            assertThat(room.sharesAsked).containsExactly(ANN, ANN);
        }

        @Test
        void for_a_key_by_itself() {
            room.enqueue("stays", room.place(SANDBOX, ANN, key(ANN, 1), USUAL));
            schedule.end(room.enqueue("goes", room.place(SANDBOX, ANN, key(ANN, 2), USUAL)));
            room.keySlots.put(key(ANN, 2), 1);
            for (int i = 0; i < 3; i++)
                room.enqueue("back", room.place(SANDBOX, ANN, key(ANN, 2), USUAL));
            assertThat(room.startAll()).containsExactly("stays", "back");
            assertThat(room.sharesAsked).containsExactly(ANN);
        }

        @Test
        void again_after_everything_was_forgotten() {
            room.enqueue("first", ANN);
            schedule.clear();
            room.enqueue("first", ANN);
            assertThat(room.sharesAsked).containsExactly(ANN, ANN);
        }

        @Test
        void while_an_engine_stops_as_if_nothing_lived() {
            var entry = room.enqueue("a", ANN);
            room.start();
            schedule.endWhileEngineRuns(entry);
            room.enqueue("b", ANN);
            assertThat(room.sharesAsked).containsExactly(ANN, ANN);
            schedule.stopped(entry);
            room.enqueue("c", ANN);
            assertThat(room.sharesAsked).containsExactly(ANN, ANN);
        }

        @Test
        void and_nothing_is_taken_up_where_there_is_no_such_account() {
            var nobody = new Schedule<String>(new Nobody());
            var place = room.place(SANDBOX, ANN, key(ANN, 0), USUAL);
            for (int i = 0; i < 2; i++)
                assertThatThrownBy(() -> nobody.add("a", place)).hasMessage("no account 1");
            assertThat(nobody.size()).isZero();
        }
    }

    @Test
    void a_weight_is_above_zero_and_slots_are_not_below() {
        for (double weight : new double[] {0, -1, Double.NaN})
            assertThatThrownBy(() -> new AccountShare(0, weight))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountShare(-1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class OfAccountsThatHaveGone {
        private static final int MANY = 100_000;

        /** One that comes again makes time go on. */
        @Test
        void little_is_remembered() {
            for (long account = 10; account < MANY; account++) {
                schedule.end(room.enqueue("once", account));
                if (account % 50 == 0) schedule.end(room.enqueue("again", BOB));
            }
            assertThat(schedule.remembered()).isLessThan(5_000);
            assertThat(schedule.size()).isZero();
        }

        /** Time has not passed: each has had more than an account that was never here. */
        @Test
        void not_all_is_remembered_where_each_was_there_once() {
            for (long account = 10; account < MANY; account++)
                schedule.end(room.enqueue("once", account));
            assertThat(schedule.remembered()).isLessThan(50_000);
        }

        @Test
        void keys_are_forgotten_where_the_account_stays() {
            room.enqueue("stays", ANN);
            for (int i = 0; i < MANY; i++)
                schedule.end(room.enqueue("a", room.place(SANDBOX, ANN, key(ANN, i), USUAL)));
            assertThat(schedule.remembered()).isLessThan(5_000);
        }

        @Test
        void those_that_still_have_something_are_all_remembered() {
            for (long account = 10; account < 5_010; account++) {
                room.add("rests", room.place(SANDBOX, account, key(account, 0), USUAL));
            }
            for (long account = 10; account < 5_010; account++) {
                room.enqueue("again", account);
            }
            assertThat(room.sharesAsked).hasSize(5_000);
        }

        /** Bob has had a start and the new account none, however many others came and went. */
        @Test
        void what_one_has_had_is_remembered() {
            schedule.end(room.enqueue("once", BOB));
            for (long account = 10; account < 5_010; account++)
                schedule.end(room.enqueue("once", account));
            schedule.addCapacity(SANDBOX, -100);
            room.enqueue("bobs", BOB);
            room.enqueue("new", 20_000);
            schedule.addCapacity(SANDBOX, 1);
            assertThat(room.startAll()).containsExactly("new");
        }
    }
}
