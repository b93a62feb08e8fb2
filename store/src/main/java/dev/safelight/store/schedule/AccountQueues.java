package dev.safelight.store.schedule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An account with its queues, one an engine. Confined to the schedule's thread. */
final class AccountQueues<E> {
    final LiveAccount account;
    private final List<AtEngine<E>> queues = new ArrayList<>(1);

    /** The account's queue at one engine. */
    record AtEngine<E>(EngineQueue<E> engine, AccountQueue<E> queue) {
        private boolean canStartNow() {
            return engine.hasRoom() && queue.canStart();
        }
    }

    AccountQueues(long number) {
        account = new LiveAccount(number);
    }

    /** There are few engines: a list is searched faster than a map. */
    AtEngine<E> at(EngineQueue<E> engine) {
        for (int i = 0; i < queues.size(); i++) {
            var at = queues.get(i);
            if (at.engine == engine) return at;
        }
        var opened = new AtEngine<>(engine, new AccountQueue<E>(account));
        queues.add(opened);
        return opened;
    }

    /** The account or a key of it has slots again: its next tasks get them, at whichever engine. */
    void handOn() {
        list();
        for (var next = next(); next != null; next = next()) next.engine.dispatch();
    }

    /** Lists or strikes its queues, whichever is right now, before anything is handed on. */
    void list() {
        for (int i = 0; i < queues.size(); i++) {
            var at = queues.get(i);
            at.engine.list(at.queue);
        }
    }

    /** Where the account's next task can start now; the priority counts over all engines. */
    private @Nullable AtEngine<E> next() {
        AtEngine<E> best = null;
        for (int i = 0; i < queues.size(); i++) {
            var at = queues.get(i);
            if (at.canStartNow() && (best == null || isBefore(at, best))) best = at;
        }
        return best;
    }

    private static <E> boolean isBefore(AtEngine<E> one, AtEngine<E> other) {
        var turn = one.queue.nextTurn();
        var than = other.queue.nextTurn();
        return turn != null && than != null && turn.compareTo(than) < 0;
    }

    boolean isIdle() {
        return account.slots.isIdle();
    }

    /** Whether it would come back as if it had never been here. */
    boolean isForgettable() {
        return isIdle() && queues.stream().allMatch(at -> at.engine.owesNothing(at.queue));
    }
}
