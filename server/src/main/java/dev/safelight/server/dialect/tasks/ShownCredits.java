package dev.safelight.server.dialect.tasks;

import dev.safelight.core.ledger.Credits;

import java.math.BigDecimal;

/** Credits as this dialect counts them: one is a thousand of ours, so three decimals tell all. */
final class ShownCredits {
    private static final int DECIMALS = 3;

    /** With which a price tag looks like one. */
    private static final int USUAL_DECIMALS = 2;

    private ShownCredits() {}

    /** An exact JSON number without an exponent, as in {@code 0.08}. */
    static String of(Credits credits) {
        return BigDecimal.valueOf(credits.amount(), DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** With two decimals at least, as in {@code 50.00}: for people. */
    static String padded(Credits credits) {
        var shown = BigDecimal.valueOf(credits.amount(), DECIMALS).stripTrailingZeros();
        return shown.setScale(Math.max(USUAL_DECIMALS, shown.scale())).toPlainString();
    }
}
