package dev.safelight.core.ledger;

/**
 * An account's balances. They sum to zero at every moment.
 *
 * @param granted the negative of all that was ever granted
 * @param available free to spend
 * @param held set aside for live tasks
 * @param spent captured by tasks that succeeded
 */
public record Book(long granted, long available, long held, long spent) {
    public static final Book EMPTY = new Book(0, 0, 0, 0);

    /** Whether a hold of this size is possible. */
    public boolean covers(Credits credits) {
        return available >= credits.amount();
    }

    /** The book after a posting. One that would overdraw is a fault of ours, never a refusal. */
    public Book after(Posting posting) {
        long nextAvailable = Math.addExact(available, posting.available());
        long nextHeld = Math.addExact(held, posting.held());
        if (nextAvailable < 0) throw new IllegalStateException("overdrawn: check covers() first");
        if (nextHeld < 0) throw new IllegalStateException("a hold was resolved twice");
        return new Book(
                Math.addExact(granted, posting.granted()),
                nextAvailable,
                nextHeld,
                Math.addExact(spent, posting.spent()));
    }
}
