package dev.safelight.store.schedule;

import static dev.safelight.store.schedule.Room.ILLUSTRATOR;
import static dev.safelight.store.schedule.Room.SANDBOX;
import static dev.safelight.store.schedule.Room.USUAL;
import static dev.safelight.store.schedule.Room.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What holds after everything was forgotten and built anew. */
class RebuildTest {
    private static final long ANN = 1;
    private static final long BOB = 2;
    private final Room room = new Room();
    private final Schedule<String> schedule = room.schedule;

    private record Waiting(String name, Place place) {}

    private List<Waiting> waiting(Random random, int many) {
        var waiting = new ArrayList<Waiting>();
        for (int i = 0; i < many; i++) {
            long account = 1L + random.nextInt(7);
            var engine = random.nextBoolean() ? SANDBOX : ILLUSTRATOR;
            long key = key(account, random.nextInt(3));
            var place = room.place(engine, account, key, random.nextInt(10));
            waiting.add(new Waiting("task " + i, place));
        }
        return waiting;
    }

    /** The order in which they start, each when the one before has ended. */
    private List<String> order(List<Waiting> waiting) {
        for (var one : waiting) room.enqueue(one.name(), one.place());
        schedule.addCapacity(ILLUSTRATOR, 1);
        schedule.addCapacity(SANDBOX, 1);
        var order = new ArrayList<String>();
        while (schedule.size() > 0) {
            assertThat(schedule.readyEngines())
                    .as("with %s left", schedule.size())
                    .isNotEmpty();
            for (var engine : List.of(SANDBOX, ILLUSTRATOR)) {
                if (schedule.peekReady(engine) == null) continue;
                var next = room.start(engine);
                order.add(next.task());
                schedule.end(next);
            }
        }
        return order;
    }

    @Test
    void the_order_of_starts_depends_on_what_waits_alone() {
        var random = new Random(11);
        for (long account = 1; account <= 7; account++)
            room.shares.put(account, new AccountShare((int) account % 3, account));
        for (int round = 0; round < 20; round++) {
            var waiting = waiting(random, 60);
            var before = order(waiting);
            assertThat(before).hasSize(60);
            schedule.clear();
            Collections.shuffle(waiting, random);
            assertThat(order(waiting)).isEqualTo(before);
            schedule.clear();
        }
    }

    @Test
    void nothing_is_left() {
        schedule.addCapacity(SANDBOX, 1);
        var entry = room.enqueue("ready", ANN);
        schedule.wakeAt(entry, Instant.EPOCH);
        room.enqueue("waiting", ANN);
        schedule.clear();
        assertThat(schedule.size()).isZero();
        assertThat(schedule.remembered()).isZero();
        assertThat(schedule.readyEngines()).isEmpty();
        assertThat(schedule.peekReady(SANDBOX)).isNull();
        assertThat(schedule.nextWake()).isEqualTo(Instant.MAX);
        room.enqueue("new", ANN);
        assertThat(schedule.readyEngines()).isEmpty();
    }

    @Test
    void what_ran_has_its_slots_before_what_waits() {
        room.shares.put(ANN, new AccountShare(1, 1));
        var running = room.add("running", room.place(SANDBOX, ANN, key(ANN, 0), USUAL));
        schedule.resume(running);
        room.enqueue("anns", ANN);
        room.enqueue("bobs", BOB);
        room.enqueue("bobs next", BOB);
        schedule.addCapacity(SANDBOX, 2);
        assertThat(room.startAll()).containsExactly("bobs");
        schedule.end(running);
        assertThat(room.startAll()).containsExactly("anns");
    }

    @Test
    void what_ran_beyond_a_limit_that_was_lowered_goes_on() {
        room.shares.put(ANN, new AccountShare(1, 1));
        room.keySlots.put(key(ANN, 0), 1);
        var running = new ArrayList<Entry<String>>();
        for (int i = 0; i < 3; i++) {
            var entry = room.add("r" + i, room.place(SANDBOX, ANN, key(ANN, 0), USUAL));
            schedule.resume(entry);
            running.add(entry);
        }
        room.enqueue("waits", ANN);
        schedule.addCapacity(SANDBOX, 2);
        schedule.end(running.get(0));
        schedule.end(running.get(1));
        assertThat(room.startAll()).isEmpty();
        schedule.end(running.get(2));
        assertThat(room.startAll()).containsExactly("waits");
    }

    @Test
    void an_engine_that_had_not_stopped_keeps_its_slot_alone() {
        room.shares.put(ANN, new AccountShare(1, 1));
        var stopping = room.add("stopping", room.place(SANDBOX, ANN, key(ANN, 0), USUAL));
        schedule.resumeStopping(stopping);
        assertThat(stopping.isStopping()).isTrue();
        assertThat(schedule.size()).isZero();
        room.enqueue("waits", ANN);
        room.enqueue("picture", room.place(ILLUSTRATOR, ANN, key(ANN, 0), 0));
        schedule.addCapacity(SANDBOX, 1);
        schedule.addCapacity(ILLUSTRATOR, 1);
        assertThat(schedule.readyEngines()).containsExactly(ILLUSTRATOR);
        room.startAll(ILLUSTRATOR).forEach(schedule::end);
        assertThat(schedule.peekReady(SANDBOX)).isNull();
        schedule.stopped(stopping);
        assertThat(room.startAll()).containsExactly("waits");
    }
}
