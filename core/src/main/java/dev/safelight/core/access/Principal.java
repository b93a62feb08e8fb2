package dev.safelight.core.access;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param scopes what the key may do
 * @param submitsPerMinute 0 means unlimited
 * @param readsPerMinute 0 means unlimited
 */
public record Principal(
        AccountId account,
        KeyId key,
        Mode mode,
        Set<Scope> scopes,
        int submitsPerMinute,
        int readsPerMinute) {

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** The same caller under other limits. */
    public Principal within(KeyLimits limits) {
        return new Principal(
                account, key, mode, scopes, limits.submitsPerMinute(), limits.readsPerMinute());
    }
}
