package dev.safelight.core.ledger;

/**
 * One posting group: what moves between the columns of an account's book, summing to zero.
 *
 * @param granted what the operator owes the account: goes down when credits are granted
 */
public record Posting(Kind kind, long granted, long available, long held, long spent) {

    /** Stored by its code: codes never change. */
    public enum Kind {
        GRANT(0),
        HOLD(1),
        CAPTURE(2),
        RELEASE(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public Posting {
        if (granted + available + held + spent != 0)
            throw new IllegalArgumentException("debits must equal credits");
    }

    /** Gives the account credits to spend. */
    public static Posting grant(Credits credits) {
        return new Posting(Kind.GRANT, -credits.amount(), credits.amount(), 0, 0);
    }

    /** Sets credits aside for a task. */
    public static Posting hold(Credits credits) {
        return new Posting(Kind.HOLD, 0, -credits.amount(), credits.amount(), 0);
    }

    /** Resolves a hold on success: the price is spent, the rest is free again. */
    public static Posting capture(Credits held, Credits price) {
        long rest = held.amount() - price.amount();
        if (rest < 0) throw new IllegalArgumentException("a price never exceeds its hold");
        return new Posting(Kind.CAPTURE, 0, rest, -held.amount(), price.amount());
    }

    /** Resolves a hold on any other end: all of it is free again. */
    public static Posting release(Credits held) {
        return new Posting(Kind.RELEASE, 0, held.amount(), -held.amount(), 0);
    }
}
