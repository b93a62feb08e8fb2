package dev.safelight.store.schedule;

import static dev.safelight.store.schedule.Room.ILLUSTRATOR;
import static dev.safelight.store.schedule.Room.SANDBOX;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.schedule.Turn;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.schedule.NaiveSchedule.Naive;
import dev.safelight.store.schedule.NaiveSchedule.State;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

/** Whatever is asked of a schedule, in whatever order, it does as the naive one does. */
class ScheduleTest implements SlotLimits {
    private static final int SEEDS = Boolean.getBoolean("safelight.full") ? 400 : 20;
    private static final List<EngineName> ENGINES =
            List.of(SANDBOX, ILLUSTRATOR, EngineName.SPEECH);
    private static final double[] WEIGHTS = {0.3, 1, 1, 2, 7};

    private Random random = new Random(0);
    private final Map<Long, AccountShare> shares = new HashMap<>();
    private final Map<Long, Integer> keySlots = new HashMap<>();
    private final Map<EngineName, Integer> engineSlots = new HashMap<>();
    private final NaiveSchedule naive = new NaiveSchedule(this);
    private final Schedule<Naive> schedule = new Schedule<>(this);
    private Map<Naive, Entry<Naive>> entries = new HashMap<>();
    private int accounts;
    private long arrivals;

    @Override
    public AccountShare share(long account) {
        return shares.computeIfAbsent(
                account,
                a -> new AccountShare(random.nextInt(4), WEIGHTS[random.nextInt(WEIGHTS.length)]));
    }

    @Override
    public int keySlots(long key) {
        return keySlots.computeIfAbsent(key, k -> random.nextInt(3));
    }

    @Override
    public int engineSlots(EngineName engine) {
        return engineSlots.computeIfAbsent(engine, e -> random.nextInt(5));
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void does_as_the_naive_one_does(long seed) {
        begin(seed, 6);
        for (int step = 0; step < 600; step++) {
            step();
            compare();
        }
    }

    /** So many accounts come and go that those without a task are forgotten now and then. */
    @ParameterizedTest
    @MethodSource("seeds")
    void does_so_too_while_it_forgets_what_it_may(long seed) {
        begin(seed, 3_000);
        for (int step = 0; step < 6_000; step++) {
            step();
            if (naive.size() > 40) end(any());
            if (step % 10 == 0) compare();
        }
    }

    private void begin(long seed, int accounts) {
        random = new Random(seed);
        this.accounts = accounts;
    }

    private void step() {
        switch (random.nextInt(21)) {
            case 0 -> addCapacity();
            case 1, 2, 3, 4, 5, 6, 7 -> submit();
            case 8, 9, 10, 11, 12 -> start(ENGINES.get(random.nextInt(ENGINES.size())));
            case 13, 14, 15, 16 -> end(any());
            case 17 -> move(any());
            case 18 -> changeLimitsUnheard();
            case 19 -> changeLimits();
            default -> {
                if (random.nextInt(25) == 0) rebuild();
            }
        }
    }

    private void addCapacity() {
        var engine = ENGINES.get(random.nextInt(ENGINES.size()));
        int slots = random.nextInt(7) - Math.min(3, naive.capacityOf(engine));
        naive.addCapacity(engine, slots);
        schedule.addCapacity(engine, slots);
    }

    private void submit() {
        long account = random.nextInt(accounts);
        long key = account * 10 + random.nextInt(2);
        var engine = ENGINES.get(random.nextInt(ENGINES.size()));
        enqueue(add(new Place(engine, account, key, new Turn(random.nextInt(3), ++arrivals))));
    }

    private Naive add(Place place) {
        var task = naive.add(place);
        entries.put(task, schedule.add(task, place));
        return task;
    }

    private Entry<Naive> entry(Naive task) {
        return Objects.requireNonNull(entries.get(task));
    }

    private void enqueue(Naive task) {
        naive.enqueue(task);
        schedule.enqueue(entry(task));
    }

    private void start(EngineName engine) {
        var ready = naive.ready(engine);
        if (ready.isEmpty()) return;
        schedule.start(entry(ready.getFirst()));
        naive.leave(ready.getFirst(), State.RUNNING);
    }

    private Naive any() {
        if (naive.tasks.isEmpty()) submit();
        return naive.tasks.get(random.nextInt(naive.tasks.size()));
    }

    private void end(Naive task) {
        var entry = entry(task);
        if (task.is(State.STOPPING)) schedule.stopped(entry);
        else schedule.end(entry);
        naive.leave(task, null);
        entries.remove(task);
    }

    /** Between attempts and back, or ended while its engine runs. */
    private void move(Naive task) {
        if (task.is(State.STOPPING)) return;
        if (task.is(State.RESTING)) {
            enqueue(task);
        } else if (task.is(State.RUNNING) && random.nextBoolean()) {
            schedule.endWhileEngineRuns(entry(task));
            naive.leave(task, State.STOPPING);
        } else {
            schedule.rest(entry(task));
            naive.leave(task, State.RESTING);
        }
    }

    /** What is changed is in force at once, for those that wait, are ready or run. */
    private void changeLimits() {
        switch (random.nextInt(3)) {
            case 0 -> {
                long account = random.nextInt(accounts);
                shares.remove(account);
                naive.accountLimited(account);
                schedule.accountLimited(account);
            }
            case 1 -> {
                long account = random.nextInt(accounts);
                long key = account * 10 + random.nextInt(2);
                keySlots.remove(key);
                naive.keyLimited(account, key);
                schedule.keyLimited(account, key);
            }
            default -> {
                var engine = ENGINES.get(random.nextInt(ENGINES.size()));
                engineSlots.remove(engine);
                naive.engineLimited(engine);
                schedule.engineLimited(engine);
            }
        }
    }

    /** Nobody hears of it until the first task of the account or key comes. */
    private void changeLimitsUnheard() {
        shares.remove((long) random.nextInt(accounts));
        keySlots.remove((long) random.nextInt(10 * accounts));
    }

    /** Forgets all and derives it again: what runs first, then what waits, capacity last. */
    private void rebuild() {
        var before = List.copyOf(naive.tasks);
        Map<EngineName, Integer> capacity = new HashMap<>();
        for (var engine : ENGINES) capacity.put(engine, naive.capacityOf(engine));
        naive.clear();
        schedule.clear();
        entries = new HashMap<>();
        var waiting = new ArrayList<Naive>();
        for (var old : before) {
            var task = add(old.place);
            if (old.is(State.RUNNING)) schedule.resume(entry(task));
            if (old.is(State.STOPPING)) schedule.resumeStopping(entry(task));
            if (old.is(State.RUNNING, State.STOPPING)) task.state = old.state;
            if (old.is(State.WAITING, State.READY)) waiting.add(task);
        }
        waiting.forEach(this::enqueue);
        capacity.forEach((engine, slots) -> {
            naive.addCapacity(engine, slots);
            schedule.addCapacity(engine, slots);
        });
    }

    private void compare() {
        assertThat(schedule.size()).isEqualTo(naive.size());
        var ready = new ArrayList<EngineName>();
        for (var engine : ENGINES) {
            var tasks = naive.ready(engine);
            if (!tasks.isEmpty()) ready.add(engine);
            var next = schedule.peekReady(engine);
            assertThat(next == null ? List.of() : List.of(next.task()))
                    .as("next at %s", engine)
                    .isEqualTo(tasks.stream().limit(1).toList());
        }
        assertThat(schedule.readyEngines()).containsExactlyInAnyOrderElementsOf(ready);
        for (var task : naive.tasks) {
            var standing = Entry.Standing.valueOf(task.state.name());
            assertThat(entry(task).standing).isEqualTo(standing);
            assertThat(naive.canStart(task)).as("waits for nothing").isFalse();
        }
    }
}
