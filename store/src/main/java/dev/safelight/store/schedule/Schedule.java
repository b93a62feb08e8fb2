package dev.safelight.store.schedule;

import dev.safelight.core.tool.EngineName;
import dev.safelight.store.schedule.Entry.Standing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entries own their slots, which ones wait for them, and when the clock changes one. An entry
 * rests when it is added; from then on its caller says what became of it, and slots that come free
 * are handed on within the same call.
 *
 * <p>After {@link #clear} it is built anew: first what runs or stops takes its slots, then what
 * waits is enqueued, and the engines' capacity comes last, so that the order of starts depends on
 * nothing but what waits.
 *
 * <p>Confined to one thread, as is all that it hands out.
 *
 * @param <T> what it keeps for its caller and never looks at
 */
public final class Schedule<T> {
    private final SlotLimits limits;
    private final LiveAccounts<Entry<T>> accounts;
    private final Map<EngineName, EngineQueue<Entry<T>>> engines = new LinkedHashMap<>();
    private final Timers<T> timers = new Timers<>();
    private int size;

    /**
     * @param limits asked for those of an account, key or engine when the first entry of it is
     *     added, and when it is said that they have changed
     */
    public Schedule(SlotLimits limits) {
        this.limits = limits;
        accounts = new LiveAccounts<>(limits);
    }

    /** Entries that have not ended. */
    public int size() {
        return size;
    }

    /** How many accounts and keys it has in memory, the idle ones among them. */
    int remembered() {
        return accounts.size();
    }

    /** Takes a task up; it rests. */
    public Entry<T> add(T task, Place place) {
        var account = accounts.account(place.account());
        var key = accounts.key(place.key());
        var entry = new Entry<>(task, place, account, account.at(engine(place.engine())), key);
        account.account.slots.join();
        key.join();
        size++;
        return entry;
    }

    private EngineQueue<Entry<T>> engine(EngineName name) {
        var engine = engines.get(name);
        if (engine == null) {
            engine = new EngineQueue<>(
                    limits.engineSlots(name),
                    entry -> entry.move(Standing.WAITING, Standing.READY));
            engines.put(name, engine);
        }
        return engine;
    }

    /** Engines have so many slots more, or fewer. */
    public void addCapacity(EngineName name, int slots) {
        var engine = engine(name);
        engine.addCapacity(slots);
        engine.dispatch();
    }

    /** An engine's limit is another from here on. */
    public void engineLimited(EngineName name) {
        var engine = engine(name);
        engine.limit(limits.engineSlots(name));
        var back = new TakenBack<T>();
        for (var entry : engine.readyLastFirst()) {
            if (engine.isOver()) back.take(entry);
        }
        back.handOn();
        engine.dispatch();
    }

    /** An account's slots or weight are others from here on. */
    public void accountLimited(long number) {
        settle(accounts.shareAnew(number));
    }

    /** A key's slots are others from here on. */
    public void keyLimited(long account, long key) {
        settle(accounts.limitAnew(account, key));
    }

    /** Gives free slots on. What has more than it may and was not taken yet waits again. */
    private void settle(@Nullable AccountQueues<Entry<T>> account) {
        if (account == null) return;
        var back = new TakenBack<T>();
        for (var entry : readyOf(account)) {
            if (account.account.slots.isOver() || entry.key.isOver()) back.take(entry);
        }
        account.handOn();
        back.handOn();
    }

    /** Those of one account, the one whose turn comes last first. */
    private List<Entry<T>> readyOf(AccountQueues<Entry<T>> account) {
        return engines.values().stream()
                .flatMap(engine -> engine.readyLastFirst().stream())
                .filter(entry -> entry.account == account)
                .sorted(Comparator.comparing((Entry<T> entry) -> entry.place.turn())
                        .reversed())
                .toList();
    }

    /** It waits for its slots from here on. */
    public void enqueue(Entry<T> entry) {
        entry.move(Standing.RESTING, Standing.WAITING);
        entry.at.engine().add(entry.at.queue(), entry.key, entry.place.turn(), entry);
    }

    /** The engines that have an entry ready. */
    public List<EngineName> readyEngines() {
        return engines.entrySet().stream()
                .filter(engine -> engine.getValue().hasReady())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The engine's next entry in the order in which they got their slots, or null. */
    public @Nullable Entry<T> peekReady(EngineName name) {
        var engine = engines.get(name);
        return engine == null ? null : engine.peekReady();
    }

    /** It was ready and is taken. */
    public void start(Entry<T> entry) {
        entry.move(Standing.READY, Standing.RUNNING);
        entry.at.engine().takeReady(entry);
    }

    /** It was running before a rebuild and takes its slots, even beyond a limit. */
    public void resume(Entry<T> entry) {
        entry.move(Standing.RESTING, Standing.RUNNING);
        entry.account.account.slots.take();
        entry.key.take();
        entry.at.engine().takeSlot();
    }

    /** It had ended before a rebuild, and its engine has not stopped: it takes that slot. */
    public void resumeStopping(Entry<T> entry) {
        entry.move(Standing.RESTING, Standing.STOPPING);
        entry.at.engine().takeSlot();
        forget(entry);
    }

    /** An attempt is over and the next one is not due. */
    public void rest(Entry<T> entry) {
        detach(entry);
        entry.standing = Standing.RESTING;
    }

    /** It has ended, and its engine with it. */
    public void end(Entry<T> entry) {
        detach(entry);
        entry.standing = Standing.GONE;
        forget(entry);
    }

    /** It has ended. An engine that has it is still at it, and keeps that slot until it stops. */
    public void endWhileEngineRuns(Entry<T> entry) {
        if (entry.standing != Standing.RUNNING) {
            end(entry);
            return;
        }
        entry.standing = Standing.STOPPING;
        giveAccountSlots(entry);
        forget(entry);
    }

    /** The engine of an ended entry has stopped. */
    public void stopped(Entry<T> entry) {
        entry.move(Standing.STOPPING, Standing.GONE);
        entry.at.engine().giveSlot();
        entry.at.engine().dispatch();
    }

    private void detach(Entry<T> entry) {
        switch (entry.standing) {
            case RESTING -> {}
            case WAITING ->
                entry.at.engine().remove(entry.at.queue(), entry.key, entry.place.turn());
            case READY -> {
                entry.at.engine().takeReady(entry);
                giveSlots(entry);
            }
            case RUNNING -> giveSlots(entry);
            case STOPPING, GONE -> throw new IllegalStateException("has ended before: " + entry);
        }
    }

    private void giveSlots(Entry<T> entry) {
        entry.at.engine().giveSlot();
        giveAccountSlots(entry);
        entry.at.engine().dispatch();
    }

    private void giveAccountSlots(Entry<T> entry) {
        entry.account.account.slots.give();
        entry.key.give();
        entry.account.handOn();
    }

    /** It lives no more: the clock has no say about it, and its limits may be forgotten. */
    private void forget(Entry<T> entry) {
        timers.wakeAt(entry, Instant.MAX);
        entry.account.account.slots.leave();
        entry.key.leave();
        size--;
    }

    /** When the clock changes it if nothing else does; {@link Instant#MAX} for never. */
    public void wakeAt(Entry<T> entry, Instant wake) {
        timers.wakeAt(entry, wake);
    }

    /** When the clock next changes an entry, or {@link Instant#MAX}. */
    public Instant nextWake() {
        return timers.nextWake();
    }

    /** Up to so many entries that are due, the earliest first; due until their timers move. */
    public List<Entry<T>> due(Instant now, int limit) {
        return timers.due(now, limit);
    }

    /** Forgets everything, limits and capacity too. */
    public void clear() {
        accounts.clear();
        engines.clear();
        timers.clear();
        size = 0;
    }
}
