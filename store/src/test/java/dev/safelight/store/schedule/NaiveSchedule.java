package dev.safelight.store.schedule;

import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a schedule should do, told in the simplest way: one list of tasks that is gone through for
 * every question. It forgets nothing.
 */
final class NaiveSchedule {
    private final SlotLimits limits;
    final List<Naive> tasks = new ArrayList<>();
    private final Map<Long, AccountShare> shareOf = new HashMap<>();
    private final Map<Long, Integer> slotsOf = new HashMap<>();
    private final Map<EngineName, Integer> capacity = new HashMap<>();
    private final Map<EngineName, Integer> engineLimit = new HashMap<>();
    private final Map<EngineName, Double> now = new HashMap<>();
    private final Map<At, Double> had = new HashMap<>();
    private long grants;

    enum State {
        RESTING,
        WAITING,
        READY,
        RUNNING,
        STOPPING
    }

    private record At(EngineName engine, long account) {}

    /** A task; ready ones are numbered in the order in which they became so. */
    static final class Naive {
        final Place place;
        State state = State.RESTING;
        long grant;

        private Naive(Place place) {
            this.place = place;
        }

        boolean is(State... states) {
            return List.of(states).contains(state);
        }

        private At at() {
            return new At(place.engine(), place.account());
        }
    }

    NaiveSchedule(SlotLimits limits) {
        this.limits = limits;
    }

    Naive add(Place place) {
        if (count(task -> lives(task) && task.place.account() == place.account()) == 0)
            shareOf.put(place.account(), limits.share(place.account()));
        if (count(task -> lives(task) && task.place.key() == place.key()) == 0)
            slotsOf.put(place.key(), limits.keySlots(place.key()));
        var task = new Naive(place);
        tasks.add(task);
        return task;
    }

    private static boolean lives(Naive task) {
        return task.state != State.STOPPING;
    }

    int size() {
        return count(NaiveSchedule::lives);
    }

    private int count(Predicate<Naive> which) {
        return (int) tasks.stream().filter(which).count();
    }

    void enqueue(Naive task) {
        if (count(other -> other.state == State.WAITING && other.at().equals(task.at())) == 0)
            had.merge(task.at(), now.getOrDefault(task.place.engine(), 0.0), Math::max);
        task.state = State.WAITING;
        dispatch(task.place.engine());
    }

    void addCapacity(EngineName engine, int slots) {
        capacity.merge(engine, slots, Integer::sum);
        dispatch(engine);
    }

    void engineLimited(EngineName engine) {
        engineLimit.put(engine, limits.engineSlots(engine));
        takeBack(ready(engine).reversed(), task -> engineUses(engine) > room(engine));
        dispatch(engine);
    }

    void accountLimited(long account) {
        if (shareOf.replace(account, limits.share(account)) != null) settle(account);
    }

    void keyLimited(long account, long key) {
        if (slotsOf.replace(key, limits.keySlots(key)) != null) settle(account);
    }

    private void settle(long account) {
        var ready = tasks.stream()
                .filter(task -> task.is(State.READY) && task.place.account() == account)
                .sorted(Comparator.comparing((Naive task) -> task.place.turn()).reversed())
                .toList();
        var back = waitAgain(
                ready,
                task -> isOver(share(task).slots(), account(task))
                        || isOver(slotsOf.getOrDefault(task.place.key(), 0), key(task)));
        handOn(account);
        back.forEach(task -> dispatch(task.place.engine()));
    }

    private static boolean isOver(int limit, int uses) {
        return limit != 0 && uses > limit;
    }

    private void takeBack(List<Naive> ready, Predicate<Naive> isOver) {
        for (var task : waitAgain(ready, isOver)) {
            handOn(task.place.account());
            dispatch(task.place.engine());
        }
    }

    private List<Naive> waitAgain(List<Naive> ready, Predicate<Naive> isOver) {
        var back = new ArrayList<Naive>();
        for (var task : ready) {
            if (!isOver.test(task)) continue;
            task.state = State.WAITING;
            had.put(task.at(), hadBy(task.at()) - 1 / share(task).weight());
            back.add(task);
        }
        return back;
    }

    /** Out of its state into another; null when it ends. */
    void leave(Naive task, @Nullable State next) {
        boolean ownedAll = task.is(State.READY, State.RUNNING);
        boolean owned = ownedAll || task.is(State.STOPPING);
        if (next == null) tasks.remove(task);
        else task.state = next;
        if (ownedAll) handOn(task.place.account());
        if (owned) dispatch(task.place.engine());
    }

    /** The account's turns, wherever there is room for one. */
    private void handOn(long account) {
        tasks.stream()
                .filter(task -> task.place.account() == account && canStart(task))
                .min(Comparator.comparing(task -> task.place.turn()))
                .ifPresent(next -> {
                    dispatch(next.place.engine());
                    handOn(account);
                });
    }

    private void dispatch(EngineName engine) {
        tasks.stream()
                .filter(task -> task.place.engine().equals(engine) && canStart(task))
                .min(Comparator.<Naive>comparingDouble(task -> hadBy(task.at()))
                        .thenComparingLong(task -> task.place.account())
                        .thenComparing(task -> task.place.turn()))
                .ifPresent(next -> {
                    grant(next);
                    dispatch(engine);
                });
    }

    private void grant(Naive task) {
        double start = hadBy(task.at());
        now.merge(task.place.engine(), start, Math::max);
        had.put(task.at(), start + 1 / share(task).weight());
        task.state = State.READY;
        task.grant = ++grants;
    }

    private double hadBy(At at) {
        return had.getOrDefault(at, 0.0);
    }

    private AccountShare share(Naive task) {
        return Objects.requireNonNull(shareOf.get(task.place.account()));
    }

    /** Whether it waits though nothing keeps it from starting. */
    boolean canStart(Naive task) {
        int slots = share(task).slots();
        int ofKey = slotsOf.getOrDefault(task.place.key(), 0);
        return task.state == State.WAITING
                && engineUses(task.place.engine()) < room(task.place.engine())
                && (slots == 0 || slots > account(task))
                && (ofKey == 0 || ofKey > key(task));
    }

    private int account(Naive task) {
        return uses(other -> sameAccount(task, other));
    }

    private int key(Naive task) {
        return uses(other -> task.place.key() == other.place.key());
    }

    private int room(EngineName engine) {
        int limit = engineLimit.computeIfAbsent(engine, limits::engineSlots);
        return limit == 0 ? capacityOf(engine) : Math.min(limit, capacityOf(engine));
    }

    private static boolean sameAccount(Naive task, Naive other) {
        return task.place.account() == other.place.account();
    }

    private int uses(Predicate<Naive> which) {
        return count(task -> task.is(State.READY, State.RUNNING) && which.test(task));
    }

    private int engineUses(EngineName engine) {
        return count(task -> task.is(State.READY, State.RUNNING, State.STOPPING)
                && task.place.engine().equals(engine));
    }

    int capacityOf(EngineName engine) {
        return capacity.getOrDefault(engine, 0);
    }

    /** What is ready at an engine, in the order in which it became so. */
    List<Naive> ready(EngineName engine) {
        return tasks.stream()
                .filter(task -> task.is(State.READY) && task.place.engine().equals(engine))
                .sorted(Comparator.comparingLong(task -> task.grant))
                .toList();
    }

    void clear() {
        tasks.clear();
        shareOf.clear();
        slotsOf.clear();
        capacity.clear();
        engineLimit.clear();
        now.clear();
        had.clear();
    }
}
