package dev.safelight.core.account;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.ledger.Credits;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A key to add to an account.
 *
 * @param mode of a test key: it goes to the account's twin, which is made when there is none
 * @param text only its digest and hint are kept
 * @param start what it begins with
 * @param webhook how what it asks for is told
 */
public record NewApiKey(
        String label, Mode mode, Set<Scope> scopes, KeyText text, Start start, Webhook webhook) {

    /**
     * How what a key asks for is told.
     *
     * @param secret seals its secret
     * @param address where to, or null for nowhere
     */
    public record Webhook(Sealing secret, @Nullable KeyAddress address) {}

    /**
     * What keys and test accounts begin with.
     *
     * @param testGrant the credits of a twin that is made for a test key
     */
    public record Start(KeyLimits limits, Credits testGrant) {}
}
