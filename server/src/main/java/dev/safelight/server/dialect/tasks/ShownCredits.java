package dev.safelight.server.dialect.tasks;

import dev.safelight.core.ledger.Credits;

import java.math.BigDecimal;

/** Credits as this dialect counts them: one is a thousand of ours, so three decimals tell all. */
final class ShownCredits {
    private static final int DECIMALS = 3;

    private ShownCredits() {}

    /** An exact JSON number without an exponent, as in {@code 0.08}. */
    static String of(Credits credits) {
        return BigDecimal.valueOf(credits.amount(), DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
