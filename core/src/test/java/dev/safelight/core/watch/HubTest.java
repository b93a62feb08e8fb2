package dev.safelight.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class HubTest {
    private final Deque<Runnable> delivery = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Hub<String, String> hub = new Hub<>(
            (key, watchers) -> told.add(key + watchers.stream().sorted().toList()), delivery::add);

    private void deliver() {
        while (!delivery.isEmpty()) delivery.remove().run();
    }

    @Nested
    class WhileOneKeyIsWatched {
        @Test
        void its_watchers_are_woken_together_where_news_are_delivered() {
            hub.park("a", "ann");
            hub.park("a", "bob");
            hub.wake("a");
            assertThat(told).isEmpty();
            deliver();
            assertThat(told).containsExactly("a[ann, bob]");
        }

        @Test
        void another_key_wakes_nobody() {
            hub.park("a", "ann");
            hub.wake("b");
            assertThat(delivery).isEmpty();
        }

        @Test
        void they_stay_and_are_woken_again() {
            hub.park("a", "ann");
            hub.wake("a");
            deliver();
            hub.wake("a");
            deliver();
            assertThat(told).containsExactly("a[ann]", "a[ann]");
        }
    }

    @Nested
    class BeforeTheWokenAreTold {
        @Test
        void more_wake_ups_are_one() {
            hub.park("a", "ann");
            hub.wake("a");
            hub.wake("a");
            deliver();
            assertThat(told).hasSize(1);
        }

        @Test
        void whoever_comes_is_told_too() {
            hub.park("a", "ann");
            hub.wake("a");
            hub.park("a", "bob");
            deliver();
            assertThat(told).containsExactly("a[ann, bob]");
        }

        @Test
        void once_all_have_left_nobody_is_told() {
            hub.park("a", "ann");
            hub.wake("a");
            hub.leave("a", "ann");
            deliver();
            assertThat(told).isEmpty();
        }

        @Test
        void a_wake_up_after_all_left_and_another_came_is_not_lost() {
            hub.park("a", "ann");
            hub.wake("a");
            hub.leave("a", "ann");
            hub.park("a", "bob");
            hub.wake("a");
            deliver();
            assertThat(told).containsExactly("a[bob]");
        }
    }

    @Test
    void what_happens_while_the_woken_are_told_wakes_again() {
        var again = new ArrayList<String>();
        var hubs = new ArrayList<Hub<String, String>>();
        hubs.add(new Hub<>(
                (key, watchers) -> {
                    again.add(key);
                    if (again.size() == 1) hubs.getFirst().wake(key);
                },
                delivery::add));
        hubs.getFirst().park("a", "ann");
        hubs.getFirst().wake("a");
        deliver();
        assertThat(again).containsExactly("a", "a");
    }

    @Test
    void is_empty_once_all_have_left() {
        hub.park("a", "ann");
        assertThat(hub.isEmpty()).isFalse();
        hub.leave("a", "ann");
        hub.leave("a", "ann");
        assertThat(hub.isEmpty()).isTrue();
    }
}
