package dev.safelight.core.ledger;

import dev.safelight.core.id.Id;

import org.jspecify.annotations.Nullable;

/**
 * One posting group: what moves between the columns of an account's book, summing to zero.
 *
 * @param task whose hold it places or resolves, or null for a grant
 * @param granted what the operator owes the account: goes down when credits are granted
 */
public record Posting(
        Kind kind, @Nullable Id task, long granted, long available, long held, long spent) {

    /** Stored by its code: codes never change. */
    public enum Kind {
        GRANT(0),
        HOLD(1),
        CAPTURE(2),
        RELEASE(3);

        private static final Kind[] BY_CODE = values();
        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The kind that is stored as this code. */
        public static Kind of(int code) {
            return BY_CODE[code];
        }
    }

    public Posting {
        if (granted + available + held + spent != 0)
            throw new IllegalArgumentException("debits must equal credits");
    }

    /** Gives the account credits to spend. */
    public static Posting grant(Credits credits) {
        return new Posting(Kind.GRANT, null, -credits.amount(), credits.amount(), 0, 0);
    }
}
