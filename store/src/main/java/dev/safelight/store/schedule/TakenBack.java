package dev.safelight.store.schedule;

import dev.safelight.store.schedule.Entry.Standing;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries that were ready and wait again, because a limit was lowered before anybody took them.
 * Confined to the schedule's thread.
 */
final class TakenBack<T> {
    private final List<Entry<T>> entries = new ArrayList<>();

    void take(Entry<T> entry) {
        entry.move(Standing.READY, Standing.WAITING);
        entry.at.engine().takeBack(entry.at.queue(), entry.key, entry.place.turn(), entry);
        entries.add(entry);
    }

    /**
     * What each has given up may go to others, at its engine and of its account. All accounts are
     * listed first, so that none is passed over for one that comes before it here.
     */
    void handOn() {
        for (var entry : entries) entry.account.list();
        for (var entry : entries) {
            entry.account.handOn();
            entry.at.engine().dispatch();
        }
    }
}
