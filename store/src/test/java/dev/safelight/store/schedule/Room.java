package dev.safelight.store.schedule;

import dev.safelight.core.schedule.Turn;
import dev.safelight.core.tool.EngineName;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule with accounts and keys of chosen limits, and what tests say about it in one line. A
 * task is its name.
 */
final class Room implements SlotLimits {
    static final EngineName SANDBOX = EngineName.SANDBOX;
    static final EngineName ILLUSTRATOR = EngineName.ILLUSTRATOR;
    static final int USUAL = 5;
    private static final int KEYS = 100;

    final Map<Long, AccountShare> shares = new HashMap<>();
    final Map<Long, Integer> keySlots = new HashMap<>();
    final Map<EngineName, Integer> engineSlots = new HashMap<>();
    final List<Long> sharesAsked = new ArrayList<>();
    final List<Long> keysAsked = new ArrayList<>();
    final Schedule<String> schedule = new Schedule<>(this);
    private long arrivals;

    @Override
    public AccountShare share(long account) {
        sharesAsked.add(account);
        return shares.getOrDefault(account, new AccountShare(0, 1));
    }

    @Override
    public int keySlots(long key) {
        keysAsked.add(key);
        return keySlots.getOrDefault(key, 0);
    }

    @Override
    public int engineSlots(EngineName engine) {
        return engineSlots.getOrDefault(engine, 0);
    }

    /** The account's first key, of so many. */
    static long key(long account, int which) {
        return account * KEYS + which;
    }

    Place place(EngineName engine, long account, long key, int priority) {
        return new Place(engine, account, key, new Turn(priority, ++arrivals));
    }

    Entry<String> add(String name, Place place) {
        return schedule.add(name, place);
    }

    /** Waits, or is ready at once. */
    Entry<String> enqueue(String name, Place place) {
        var entry = add(name, place);
        schedule.enqueue(entry);
        return entry;
    }

    Entry<String> enqueue(String name, long account) {
        return enqueue(name, place(SANDBOX, account, key(account, 0), USUAL));
    }

    /** So many of an account's, each with the account's number as its name. */
    void enqueue(int many, long account) {
        for (int i = 0; i < many; i++) enqueue(Long.toString(account), account);
    }

    /** Takes the next ready one of the sandbox. */
    Entry<String> start() {
        return start(SANDBOX);
    }

    Entry<String> start(EngineName engine) {
        var next = schedule.peekReady(engine);
        if (next == null) throw new AssertionError("nothing is ready at " + engine);
        schedule.start(next);
        return next;
    }

    /** Takes all that is ready at an engine. */
    List<Entry<String>> startAll(EngineName engine) {
        var started = new ArrayList<Entry<String>>();
        for (var next = schedule.peekReady(engine);
                next != null;
                next = schedule.peekReady(engine)) {
            schedule.start(next);
            started.add(next);
        }
        return started;
    }

    List<String> startAll() {
        return names(startAll(SANDBOX));
    }

    /** The names of so many, each started when the one before has ended. */
    List<String> runOneByOne(int many) {
        var names = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            var next = start();
            names.add(next.task());
            schedule.end(next);
        }
        return names;
    }

    static List<String> names(List<Entry<String>> entries) {
        return entries.stream().map(Entry::task).toList();
    }
}
