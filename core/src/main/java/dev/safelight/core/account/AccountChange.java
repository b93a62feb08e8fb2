package dev.safelight.core.account;

import dev.safelight.core.access.AccountLimits;

import org.jspecify.annotations.Nullable;

/** Limits to change; what is null stays as it is. */
public record AccountChange(
        @Nullable Integer slots,
        @Nullable Integer weight,
        @Nullable Long storageBytes) {

    /** The limits after the change. */
    public AccountLimits applied(AccountLimits before) {
        return new AccountLimits(
                slots == null ? before.slots() : slots,
                weight == null ? before.weight() : weight,
                storageBytes == null ? before.storageBytes() : storageBytes);
    }
}
