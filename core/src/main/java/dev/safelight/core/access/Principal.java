package dev.safelight.core.access;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param scopes what the key may do
 */
public record Principal(
        AccountId account, KeyId key, Mode mode, Set<Scope> scopes, Rates rates, Names names) {

    /** What a key may ask for in a minute; 0 means unlimited. */
    public record Rates(int submits, int reads) {
        public static final Rates UNLIMITED = new Rates(0, 0);
    }

    /**
     * For people.
     *
     * @param label of the key
     * @param account the name of its account
     */
    public record Names(String label, String account) {}

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** The same caller under other limits. */
    public Principal within(KeyLimits limits) {
        var rates = new Rates(limits.submitsPerMinute(), limits.readsPerMinute());
        return new Principal(account, key, mode, scopes, rates, names);
    }

    /** The same caller by a key that is called otherwise. */
    public Principal labelled(String label) {
        return new Principal(account, key, mode, scopes, rates, new Names(label, names.account()));
    }
}
