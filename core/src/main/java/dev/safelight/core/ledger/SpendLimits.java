package dev.safelight.core.ledger;

/** How much a key may spend in each window; 0 means unlimited. */
public record SpendLimits(Credits fiveHours, Credits oneDay, Credits sevenDays) {
    public static final SpendLimits NONE =
            new SpendLimits(Credits.ZERO, Credits.ZERO, Credits.ZERO);

    public Credits of(SpendWindow window) {
        return switch (window) {
            case FIVE_HOURS -> fiveHours;
            case ONE_DAY -> oneDay;
            case SEVEN_DAYS -> sevenDays;
        };
    }

    boolean bounds(SpendWindow window) {
        return of(window).amount() > 0;
    }

    /** Whether no window is limited. */
    public boolean isNone() {
        return equals(NONE);
    }
}
