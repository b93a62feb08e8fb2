package dev.safelight.core.access;

import dev.safelight.core.ledger.Credits;

import java.util.Set;

/**
 * An account to open, with its first key.
 *
 * @param name of the account, for people
 * @param key its text; only the digest is kept
 * @param grant the credits it starts with
 */
public record NewKey(
        String name, Mode mode, KeyText key, Credits grant, KeyLimits limits, Set<Scope> scopes) {

    /** A key that may do everything. */
    public NewKey(String name, Mode mode, KeyText key, Credits grant, KeyLimits limits) {
        this(name, mode, key, grant, limits, Scope.ALL);
    }
}
