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

    /** The same, but in no window more than these. */
    public SpendLimits within(SpendLimits most) {
        return new SpendLimits(
                lesser(fiveHours, most.fiveHours),
                lesser(oneDay, most.oneDay),
                lesser(sevenDays, most.sevenDays));
    }

    private static Credits lesser(Credits limit, Credits most) {
        if (limit.equals(Credits.ZERO)) return most;
        boolean isLess = most.equals(Credits.ZERO) || limit.amount() < most.amount();
        return isLess ? limit : most;
    }

    boolean bounds(SpendWindow window) {
        return of(window).amount() > 0;
    }

    /** Whether no window is limited. */
    public boolean isNone() {
        return equals(NONE);
    }
}
