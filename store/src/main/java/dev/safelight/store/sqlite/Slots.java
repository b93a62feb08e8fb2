package dev.safelight.store.sqlite;

/** So many at once of something. Confined to the writer thread. */
final class Slots {
    private final int limit;
    private int used;

    /** A limit of 0 means unlimited. */
    Slots(int limit) {
        this.limit = limit;
    }

    boolean isFree() {
        return limit == 0 || used < limit;
    }

    void take() {
        used++;
    }

    void give() {
        if (--used < 0) throw new IllegalStateException("a slot was given back twice");
    }
}
