package dev.safelight.core.access;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

/**
 * Who is calling.
 *
 * @param submitsPerMinute 0 means unlimited
 * @param readsPerMinute 0 means unlimited
 */
public record Principal(
        AccountId account, KeyId key, Mode mode, int submitsPerMinute, int readsPerMinute) {

    /** The same caller under other limits. */
    public Principal within(KeyLimits limits) {
        return new Principal(
                account, key, mode, limits.submitsPerMinute(), limits.readsPerMinute());
    }
}
