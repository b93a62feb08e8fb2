package dev.safelight.store.schedule;

import static dev.safelight.store.schedule.Room.SANDBOX;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What rests, and what the clock changes. */
class RestTest {
    private static final long ANN = 1;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private final Room room = new Room();
    private final Schedule<String> schedule = room.schedule;

    private Entry<String> entry(String name) {
        return room.add(name, room.place(SANDBOX, ANN, Room.key(ANN, 0), Room.USUAL));
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    @Nested
    class AnEntryThatRests {
        @Test
        void does_so_from_when_it_is_added() {
            schedule.addCapacity(SANDBOX, 1);
            assertThat(entry("a").isResting()).isTrue();
            assertThat(room.startAll()).isEmpty();
            assertThat(schedule.size()).isOne();
        }

        @Test
        void hands_its_slots_on() {
            room.shares.put(ANN, new AccountShare(1, 1));
            schedule.addCapacity(SANDBOX, 1);
            var first = room.enqueue("first", ANN);
            room.enqueue("second", ANN);
            room.start();
            assertThat(first.isResting()).isFalse();
            schedule.rest(first);
            assertThat(first.isResting()).isTrue();
            assertThat(room.startAll()).containsExactly("second");
        }

        @Test
        void may_have_waited_or_been_ready_before() {
            schedule.addCapacity(SANDBOX, 1);
            var ready = room.enqueue("ready", ANN);
            var waiting = room.enqueue("waiting", ANN);
            schedule.rest(waiting);
            schedule.rest(ready);
            assertThat(room.startAll()).isEmpty();
            schedule.enqueue(waiting);
            schedule.enqueue(ready);
            assertThat(room.startAll()).containsExactly("waiting");
        }

        @Test
        void gives_no_slot_when_it_ends() {
            schedule.addCapacity(SANDBOX, 1);
            var entry = room.enqueue("a", ANN);
            room.start();
            schedule.rest(entry);
            schedule.end(entry);
            room.enqueue(2, ANN);
            assertThat(room.startAll()).hasSize(1);
            assertThat(schedule.size()).isEqualTo(2);
        }
    }

    @Nested
    class AnEntry {
        @Test
        void is_started_only_while_it_is_ready() {
            var waiting = room.enqueue("a", ANN);
            assertThatThrownBy(() -> schedule.start(waiting))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("WAITING");
            schedule.addCapacity(SANDBOX, 1);
            schedule.start(waiting);
            assertThatThrownBy(() -> schedule.start(waiting))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void waits_once() {
            var waiting = room.enqueue("a", ANN);
            assertThatThrownBy(() -> schedule.enqueue(waiting))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void ends_once() {
            var entry = entry("a");
            schedule.end(entry);
            assertThatThrownBy(() -> schedule.end(entry)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> schedule.rest(entry))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(schedule.size()).isZero();
        }

        @Test
        void may_be_taken_though_it_is_not_the_next() {
            schedule.addCapacity(SANDBOX, 2);
            room.enqueue("first", ANN);
            var second = room.enqueue("second", ANN);
            schedule.start(second);
            assertThat(room.startAll()).containsExactly("first");
        }
    }

    @Nested
    class ATimer {
        @Test
        void is_never_where_none_is_set() {
            entry("a");
            assertThat(schedule.nextWake()).isEqualTo(Instant.MAX);
            assertThat(schedule.due(at(1), 10)).isEmpty();
        }

        @Test
        void is_due_at_its_moment_and_until_it_is_moved() {
            var entry = entry("a");
            schedule.wakeAt(entry, at(5));
            assertThat(schedule.nextWake()).isEqualTo(at(5));
            assertThat(schedule.due(at(5).minusNanos(1), 10)).isEmpty();
            assertThat(schedule.due(at(5), 10)).containsExactly(entry);
            assertThat(schedule.due(at(5), 10)).containsExactly(entry);
            schedule.wakeAt(entry, at(6));
            assertThat(schedule.due(at(5), 10)).isEmpty();
        }

        @Test
        void replaces_the_one_before_and_can_be_struck() {
            var entry = entry("a");
            schedule.wakeAt(entry, at(5));
            schedule.wakeAt(entry, at(9));
            schedule.wakeAt(entry, at(9));
            assertThat(schedule.nextWake()).isEqualTo(at(9));
            schedule.wakeAt(entry, Instant.MAX);
            assertThat(schedule.nextWake()).isEqualTo(Instant.MAX);
        }

        @Test
        void is_struck_when_its_entry_ends() {
            schedule.addCapacity(SANDBOX, 2);
            var ended = room.enqueue("ended", ANN);
            var stopping = room.enqueue("stopping", ANN);
            room.startAll();
            schedule.wakeAt(ended, at(5));
            schedule.wakeAt(stopping, at(5));
            schedule.end(ended);
            schedule.endWhileEngineRuns(stopping);
            assertThat(schedule.nextWake()).isEqualTo(Instant.MAX);
        }

        @Test
        void is_kept_through_waiting_starting_and_resting() {
            schedule.addCapacity(SANDBOX, 1);
            var entry = entry("a");
            schedule.wakeAt(entry, at(5));
            schedule.enqueue(entry);
            schedule.start(entry);
            schedule.rest(entry);
            assertThat(schedule.nextWake()).isEqualTo(at(5));
        }
    }

    @Test
    void timers_are_due_earliest_first_and_no_more_than_asked_for() {
        var random = new Random(7);
        Map<Entry<String>, Instant> wakes = new HashMap<>();
        List<Entry<String>> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) entries.add(entry("e" + i));
        for (int step = 0; step < 2_000; step++) {
            var entry = entries.get(random.nextInt(entries.size()));
            var wake = random.nextInt(8) == 0 ? Instant.MAX : at(random.nextInt(30));
            schedule.wakeAt(entry, wake);
            wakes.put(entry, wake);
            var now = at(random.nextInt(30));
            int limit = 1 + random.nextInt(20);
            assertThat(schedule.due(now, limit)).containsExactlyElementsOf(due(wakes, now, limit));
            assertThat(schedule.nextWake())
                    .isEqualTo(wakes.values().stream()
                            .min(Comparator.naturalOrder())
                            .get());
        }
    }

    private static List<Entry<String>> due(
            Map<Entry<String>, Instant> wakes, Instant now, int limit) {
        return wakes.entrySet().stream()
                .filter(timer -> !timer.getValue().isAfter(now))
                .sorted(Map.Entry.<Entry<String>, Instant>comparingByValue()
                        .thenComparingLong(
                                timer -> timer.getKey().place().turn().arrival()))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }
}
