package dev.safelight.core.account;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.ledger.Credits;

import java.util.Set;

/**
 * A key to add to an account.
 *
 * @param mode of a test key: it goes to the account's twin, which is made when there is none
 * @param text only its digest and hint are kept
 * @param start what it begins with
 * @param secret seals the key's webhook secret
 */
public record NewApiKey(
        String label, Mode mode, Set<Scope> scopes, KeyText text, Start start, Sealing secret) {

    /**
     * What keys and test accounts begin with.
     *
     * @param testGrant the credits of a twin that is made for a test key
     */
    public record Start(KeyLimits limits, Credits testGrant) {}
}
