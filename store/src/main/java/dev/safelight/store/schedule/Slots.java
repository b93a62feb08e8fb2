package dev.safelight.store.schedule;

/**
 * The slots of an account or a key: how many of its tasks may be at an engine at once. It counts
 * its living entries too, so that its limit is known for as long as one lives. Confined to the
 * schedule's thread.
 */
final class Slots {
    private int limit;
    private int used;
    private int living;

    /** Takes a limit as it is now; 0 means unlimited. */
    void limit(int slots) {
        limit = slots;
    }

    boolean isFree() {
        return limit == 0 || used < limit;
    }

    /** Whether more is used than may be, after the limit was lowered. */
    boolean isOver() {
        return limit != 0 && used > limit;
    }

    void take() {
        used++;
    }

    void give() {
        if (--used < 0) throw new IllegalStateException("a slot was given back twice");
    }

    boolean isIdle() {
        return living == 0;
    }

    void join() {
        living++;
    }

    void leave() {
        if (--living < 0) throw new IllegalStateException("an entry has left twice");
    }
}
