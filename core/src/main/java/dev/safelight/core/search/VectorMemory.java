package dev.safelight.core.search;

import dev.safelight.core.id.AccountId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The vectors that are in memory: those of the accounts that searched last, within one bound for
 * all. Safe for use by many threads; each account's are used by one at a time.
 */
final class VectorMemory implements AutoCloseable {
    private final int dimensions;
    private final long most;

    /** What a place takes itself, about: many small accounts are bounded too. */
    private static final long PLACE = 4_096;

    /** Least recently used first. */
    private final Map<AccountId, Place> accounts = new LinkedHashMap<>(16, .75f, true);

    private long used;
    private boolean closed;

    /** What an account has here. Its fields are guarded by the memory's monitor. */
    final class Place {
        private final AccountVectors vectors = new AccountVectors(dimensions);
        private final AccountId account;
        private long bytes = PLACE;
        private int users;

        private Place(AccountId account) {
            this.account = account;
        }

        /** Only while this place's monitor is held. */
        AccountVectors vectors() {
            return vectors;
        }

        /**
         * Takes so many bytes more, from others if need be; false when there are not as many, or
         * more than half would be this account's: its searches would cost all others theirs.
         */
        boolean reserve(long more) {
            synchronized (VectorMemory.this) {
                if (bytes + more > most / 2 || !evictUntilFree(more)) return false;
                used += more;
                bytes += more;
                return true;
            }
        }
    }

    VectorMemory(int dimensions, long most) {
        this.dimensions = dimensions;
        this.most = most;
    }

    /** The account's place, kept until it is given back. */
    synchronized Place take(AccountId account) {
        var place = accounts.get(account);
        if (place == null) {
            evictUntilFree(PLACE);
            used += PLACE;
            place = new Place(account);
            accounts.put(account, place);
        }
        place.users++;
        return place;
    }

    synchronized void giveBack(Place place) {
        place.users--;
        if (closed && place.users == 0) drop(place);
    }

    private boolean evictUntilFree(long more) {
        while (used + more > most) {
            var eldest = idle().findFirst();
            if (eldest.isEmpty()) return false;
            drop(eldest.get());
        }
        return true;
    }

    private Stream<Place> idle() {
        return accounts.values().stream().filter(place -> place.users == 0);
    }

    private void drop(Place place) {
        accounts.remove(place.account);
        used -= place.bytes;
        place.vectors.close();
    }

    /** How many bytes are used. */
    synchronized long used() {
        return used;
    }

    /** Frees all of it, what is in use as soon as it is given back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle().toList().forEach(this::drop);
    }
}
