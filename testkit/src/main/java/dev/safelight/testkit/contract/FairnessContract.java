package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WorkerId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * How accounts of different weights share an engine whose slots are all in use, while time goes by:
 * each task takes as long as it takes, and each slot that comes free is given on.
 */
abstract class FairnessContract extends StoreSituation {
    private static final int SCALE = Boolean.getBoolean("safelight.full") ? 10 : 1;
    private static final int SLOTS = 6;

    /** Seconds that an account's tasks take, one after another. */
    private static final int[] SECONDS = {1, 3, 20, 7, 2, 11};

    private static final double PERCENT = 5;

    private final Map<TaskId, Principal> owners = new HashMap<>();
    private final Map<Principal, Integer> starts = new HashMap<>();
    private final Map<Principal, Duration> served = new HashMap<>();
    private final List<Principal> order = new ArrayList<>();
    private final PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparing(Run::ends));
    private WorkerId worker = new WorkerId(0);

    private record Run(Lease lease, Instant ends) {}

    private Principal account(int weight, int tasks) {
        var who = scene.account(1_000_000);
        scene.limit(who, 0, weight);
        queue(who, tasks);
        return who;
    }

    private void queue(Principal who, int tasks) {
        for (int i = 0; i < tasks; i++) owners.put(scene.accepted(Order.by(who)), who);
    }

    /** Takes all that is ready, which is something: enough wait at any time. */
    private void start() {
        scene.claim(worker, SLOTS).forEach(this::begin);
    }

    private void begin(Lease lease) {
        var who = owners.get(lease.task());
        int before = starts.merge(who, 1, Integer::sum) - 1;
        var takes = Duration.ofSeconds(SECONDS[before % SECONDS.length]);
        served.merge(who, takes, Duration::plus);
        order.add(who);
        runs.add(new Run(lease, time.instant().plus(takes)));
    }

    /** Lets time pass until the next one ends, and starts what gets its slot. */
    private void next() {
        var ended = runs.remove();
        time.moveTo(ended.ends());
        scene.done(tasks().heartbeat(worker, Scene.LEASE));
        scene.done(tasks().complete(ended.lease(), scene.result(0)));
        start();
    }

    private void open() {
        worker = scene.worker(SLOTS);
        start();
    }

    private void runUntil(int started) {
        while (order.size() < started) next();
    }

    private void forget() {
        order.clear();
        starts.clear();
        served.clear();
    }

    /** Of the starts and of the time of the slots. */
    private void assertShares(Map<Principal, Integer> weights) {
        double all = weights.values().stream().mapToInt(Integer::intValue).sum();
        double seconds = served.values().stream().mapToLong(Duration::toSeconds).sum();
        weights.forEach((who, weight) -> {
            assertThat(starts.getOrDefault(who, 0) / (double) order.size())
                    .as("starts of weight %d", weight)
                    .isCloseTo(weight / all, withinPercentage(PERCENT));
            assertThat(served.getOrDefault(who, Duration.ZERO).toSeconds() / seconds)
                    .as("time of weight %d", weight)
                    .isCloseTo(weight / all, withinPercentage(PERCENT));
        });
    }

    @Test
    void one_task_waits_for_one_slot_at_most_however_much_another_account_has_queued() {
        account(1, 1_000 * SCALE);
        var bob = account(1, 0);
        open();
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            for (int turns = random.nextInt(20); turns > 0; turns--) next();
            int before = order.size();
            queue(bob, 1);
            while (!order.subList(before, order.size()).contains(bob)) next();
            assertThat(order.size() - before).as("turns, its own with them").isBetween(1, 2);
        }
    }

    @Test
    void that_is_so_beside_an_account_of_a_hundred_times_the_weight_and_after_a_restart() {
        account(100, 1_000 * SCALE);
        var bob = account(1, 0);
        open();
        for (int i = 0; i < 30; i++) next();
        runs.clear();
        scene.store().reopen();
        queue(bob, 1);
        open();
        assertThat(order.subList(30, order.size()).indexOf(bob)).isBetween(0, SLOTS + 1);
    }

    @Test
    void weights_are_met_within_five_percent_while_all_slots_are_in_use() {
        int each = 400 * SCALE;
        var weights = Map.of(account(1, each), 1, account(2, each), 2, account(3, each), 3);
        open();
        runUntil(720 * SCALE);
        assertShares(weights);
    }

    @Test
    void other_weights_are_met_from_their_change_on() {
        int each = 400 * SCALE;
        var light = account(1, each);
        var heavy = account(3, each);
        open();
        runUntil(200 * SCALE);
        scene.limit(light, 0, 3);
        scene.limit(heavy, 0, 1);
        forget();
        runUntil(240 * SCALE);
        assertShares(Map.of(light, 3, heavy, 1));
    }
}
