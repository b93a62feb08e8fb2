package dev.safelight.store.schedule;

import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.LongToIntFunction;
import java.util.function.Predicate;

/**
 * What a schedule should do, told in the simplest way: one list of tasks that is gone through for
 * every question. It forgets nothing.
 */
final class NaiveSchedule {
    private final LongFunction<AccountShare> shares;
    private final LongToIntFunction keySlots;
    final List<Naive> tasks = new ArrayList<>();
    private final Map<Long, AccountShare> shareOf = new HashMap<>();
    private final Map<Long, Integer> slotsOf = new HashMap<>();
    private final Map<EngineName, Integer> capacity = new HashMap<>();
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

    NaiveSchedule(LongFunction<AccountShare> shares, LongToIntFunction keySlots) {
        this.shares = shares;
        this.keySlots = keySlots;
    }

    Naive add(Place place) {
        if (count(task -> lives(task) && task.place.account() == place.account()) == 0)
            shareOf.put(place.account(), shares.apply(place.account()));
        if (count(task -> lives(task) && task.place.key() == place.key()) == 0)
            slotsOf.put(place.key(), keySlots.applyAsInt(place.key()));
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
                && engineUses(task.place.engine()) < capacityOf(task.place.engine())
                && (slots == 0 || slots > uses(other -> sameAccount(task, other)))
                && (ofKey == 0 || ofKey > uses(other -> task.place.key() == other.place.key()));
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
        now.clear();
        had.clear();
    }
}
