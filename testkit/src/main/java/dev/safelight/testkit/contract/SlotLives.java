package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** Accounts that submit, a worker of two engines that takes all it gets, and the count of both. */
final class SlotLives {
    private static final List<EngineName> ENGINES =
            List.of(EngineName.SANDBOX, EngineName.ILLUSTRATOR);
    private static final int CAPACITY = 6;
    private static final int MANY = 100;
    private static final int ACCOUNTS = 3;

    private final Scene scene;
    private final Random random;
    private final String node;
    private final List<Principal> accounts = new ArrayList<>();
    private final Map<Principal, Integer> accountSlots = new HashMap<>();
    private final Map<Principal, Integer> keySlots = new HashMap<>();
    private final Map<EngineName, Integer> engineSlots = new HashMap<>();
    private final Map<TaskId, Order> orders = new HashMap<>();
    private final Map<TaskId, Lease> running = new LinkedHashMap<>();

    /** Ended without their engines, which have not stopped. */
    private final Map<TaskId, Lease> stopping = new LinkedHashMap<>();

    private final Map<EngineName, CompletableFuture<List<Lease>>> claims = new LinkedHashMap<>();
    private WorkerId worker;

    SlotLives(Scene scene, long seed) {
        this.scene = scene;
        random = new Random(seed);
        node = "node-" + seed;
        for (int i = 0; i < ACCOUNTS; i++) accounts.add(scene.account(1_000_000));
        ENGINES.forEach(engine -> limit(engine, 0));
        worker = enter();
    }

    private WorkerId enter() {
        var slots = new HashMap<EngineName, Integer>();
        ENGINES.forEach(engine -> slots.put(engine, CAPACITY));
        return scene.done(scene.store().tasks().enter(new NewWorker(node, Scene.LEASE, slots)));
    }

    void leave() {
        scene.done(scene.store().tasks().leave(worker));
    }

    void act() {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> submit(any(accounts), any(ENGINES));
            case 4, 5 -> end(lease -> scene.store().tasks().complete(lease, scene.result(0)));
            case 6 -> end(lease -> scene.store().tasks().fail(lease, Scene.BROKEN, true));
            case 7 -> end(lease -> scene.store().tasks().fail(lease, Scene.BROKEN, false));
            case 8 -> end(lease -> scene.store().tasks().giveBack(lease));
            case 9 -> cancel();
            case 10, 11 -> stop();
            case 12, 13 -> changeLimit();
            case 14 -> pass();
            default -> {
                if (random.nextInt(6) == 0) beginAnew();
            }
        }
        if (random.nextInt(3) == 0) takeWhatIsReady();
        else takeWhatWasClaimed();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void submit(Principal who, EngineName engine) {
        var order = Order.by(who).to(engine).withPriority(random.nextInt(3));
        if (random.nextInt(4) == 0) order = order.runningAtMost(Duration.ofSeconds(20));
        orders.put(scene.accepted(order), order);
    }

    /** The engine is done with one of its tasks. */
    private void end(Function<Lease, CompletableFuture<?>> report) {
        if (running.isEmpty()) return;
        var lease = any(List.copyOf(running.values()));
        scene.done(report.apply(lease));
        running.remove(lease.task());
    }

    private void cancel() {
        if (orders.isEmpty()) return;
        var task = any(List.copyOf(orders.keySet()));
        scene.done(scene.store().tasks().cancel(owner(task).account(), task));
        notice();
    }

    private void stop() {
        if (stopping.isEmpty()) return;
        var lease = any(List.copyOf(stopping.values()));
        scene.done(scene.store().tasks().stopped(lease));
        stopping.remove(lease.task());
    }

    private void changeLimit() {
        int slots = random.nextInt(5);
        var who = any(accounts);
        switch (random.nextInt(3)) {
            case 0 -> limitAccount(who, slots);
            case 1 -> limitKey(who, slots);
            default -> limit(any(ENGINES), slots);
        }
    }

    private void limitAccount(Principal who, int slots) {
        scene.limit(who, slots, 1 + random.nextInt(3));
        accountSlots.put(who, slots);
    }

    private void limitKey(Principal who, int slots) {
        scene.limit(who, new KeyLimits(slots, 0, 0));
        keySlots.put(who, slots);
    }

    private void limit(EngineName engine, int slots) {
        scene.limit(engine, slots);
        engineSlots.put(engine, slots);
    }

    private void pass() {
        scene.done(scene.store().tasks().heartbeat(worker, Scene.LEASE));
        scene.pass(Duration.ofMillis(random.nextInt(8_000)));
        notice();
    }

    /** Some have ended by the clock or were called off: their engines have to stop. */
    private void notice() {
        for (var lease : List.copyOf(running.values())) {
            var status = scene.status(owner(lease.task()), lease.task());
            if (status == TaskStatus.RUNNING) continue;
            running.remove(lease.task());
            if (status.isTerminal()) stopping.put(lease.task(), lease);
        }
    }

    /** The process is killed, or the worker only comes back: what it had is tried again. */
    private void beginAnew() {
        if (random.nextBoolean()) scene.store().reopen();
        worker = enter();
        running.clear();
        stopping.clear();
        claims.clear();
    }

    private void takeWhatIsReady() {
        for (var engine : ENGINES) {
            while (claim(engine).isDone()) take(engine);
        }
    }

    /** What is ready beyond that stays so for a while. */
    private void takeWhatWasClaimed() {
        for (var engine : List.copyOf(claims.keySet())) {
            if (claim(engine).isDone()) take(engine);
        }
    }

    private void take(EngineName engine) {
        var leases = claim(engine).join();
        claims.remove(engine);
        leases.forEach(lease -> begin(engine, lease));
    }

    /** The claim that waits, or a new one where it was answered. */
    private CompletableFuture<List<Lease>> claim(EngineName engine) {
        var claim =
                claims.computeIfAbsent(engine, e -> scene.store().tasks().claim(worker, e, MANY));
        scene.store().settle();
        return claim;
    }

    private void begin(EngineName engine, Lease lease) {
        running.put(lease.task(), lease);
        var who = owner(lease.task());
        expectAtMost(
                accountSlots.getOrDefault(who, 0), running(task -> owner(task).equals(who)));
        expectAtMost(keySlots.getOrDefault(who, 0), running(task -> owner(task).equals(who)));
        expectAtMost(engineSlots.getOrDefault(engine, 0), atEngine(engine));
        expectAtMost(CAPACITY, atEngine(engine));
    }

    private static void expectAtMost(int limit, long used) {
        if (limit > 0) assertThat(used).as("slots in use").isLessThanOrEqualTo(limit);
    }

    private Principal owner(TaskId task) {
        return order(task).who();
    }

    private Order order(TaskId task) {
        var order = orders.get(task);
        if (order == null) throw new AssertionError("nobody submitted " + task);
        return order;
    }

    private long running(Predicate<TaskId> which) {
        return running.keySet().stream().filter(which).count();
    }

    private long atEngine(EngineName engine) {
        Predicate<TaskId> isThere = task -> order(task).route().engine().equals(engine);
        return running(isThere) + stopping.keySet().stream().filter(isThere).count();
    }

    /** Nothing is left of any task. */
    void endAll() {
        for (var task : orders.keySet()) {
            var _ = scene.store().tasks().cancel(owner(task).account(), task);
        }
        scene.store().settle();
        notice();
        while (!stopping.isEmpty()) stop();
        takeWhatIsReady();
        assertThat(running).as("runs after all has ended").isEmpty();
        orders.clear();
    }

    /** All slots are there again: as many run as the tightest of the limits says, and no fewer. */
    void expectRoomFor(EngineName engine) {
        for (var who : accounts) {
            limitAccount(who, 3);
            limitKey(who, 2);
            for (int i = 0; i < MANY / 10; i++) submit(who, engine);
        }
        limit(engine, 4);
        takeWhatIsReady();
        endAllBut(engine, 4);
        limit(engine, 0);
        takeWhatIsReady();
        assertThat(atEngine(engine)).as("two of each key").isEqualTo(2L * ACCOUNTS);
        for (var who : accounts) {
            limitKey(who, 0);
            limitAccount(who, 0);
        }
        takeWhatIsReady();
        assertThat(atEngine(engine)).as("as many as the worker takes").isEqualTo(CAPACITY);
    }

    /** What ran before the limit was set ends first. */
    private void endAllBut(EngineName engine, int limit) {
        while (atEngine(engine) > limit) {
            end(lease -> scene.store().tasks().complete(lease, scene.result(0)));
            takeWhatIsReady();
        }
        assertThat(atEngine(engine)).as("as many as the engine may").isEqualTo(limit);
    }
}
