package dev.safelight.core.ledger;

import dev.safelight.core.id.Id;

/**
 * Credits that are set aside for one task. A hold resolves once: it is captured or released with
 * the end of its task. This class does not guarantee it: a store does, by ending each task once (in
 * the embedded store, the compare-and-set on the task's row), in the transaction that posts.
 *
 * @param task whose hold it is; a task has one
 */
public record Hold(Id task, Credits credits) {

    /** Sets the credits aside. */
    public Posting place() {
        long held = credits.amount();
        return new Posting(Posting.Kind.HOLD, task, 0, -held, held, 0);
    }

    /**
     * Resolves it on success: the price is spent, the rest is free again.
     *
     * @throws IllegalArgumentException when the price is more than what is held
     */
    public Posting capture(Credits price) {
        long held = credits.amount();
        long rest = held - price.amount();
        if (rest < 0) throw new IllegalArgumentException("a price never exceeds its hold");
        return new Posting(Posting.Kind.CAPTURE, task, 0, rest, -held, price.amount());
    }

    /** Resolves it on any other end: all of it is free again. */
    public Posting release() {
        long held = credits.amount();
        return new Posting(Posting.Kind.RELEASE, task, 0, held, -held, 0);
    }
}
