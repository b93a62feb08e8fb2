package dev.safelight.core.account;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;

import org.jspecify.annotations.Nullable;

/** Limits of a key to change; what is null stays as it is. */
public record KeyChange(
        @Nullable Integer slots,
        @Nullable Integer submitsPerMinute,
        @Nullable Integer readsPerMinute,
        Spend spend) {

    /** What it may spend in each window. */
    public record Spend(
            @Nullable Credits fiveHours,
            @Nullable Credits oneDay,
            @Nullable Credits sevenDays) {

        private SpendLimits applied(SpendLimits before) {
            return new SpendLimits(
                    fiveHours == null ? before.fiveHours() : fiveHours,
                    oneDay == null ? before.oneDay() : oneDay,
                    sevenDays == null ? before.sevenDays() : sevenDays);
        }
    }

    /** The limits after the change. */
    public KeyLimits applied(KeyLimits before) {
        return new KeyLimits(
                slots == null ? before.slots() : slots,
                submitsPerMinute == null ? before.submitsPerMinute() : submitsPerMinute,
                readsPerMinute == null ? before.readsPerMinute() : readsPerMinute,
                spend.applied(before.spend()));
    }
}
