package dev.safelight.core.account;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Who may give which key to whom: a ladder of refusals, for every store. */
public final class KeyRules {
    /** Keys of an account that are not revoked: what a store keeps in memory is bounded. */
    public static final int MOST_KEYS = 1_000;

    /** Texts of a key that go on beside the one in use. */
    public static final int MOST_EARLIER_TEXTS = 10;

    private KeyRules() {}

    /**
     * Whether somebody may add such a key.
     *
     * @param account the mode of the account that it is asked for
     * @return why not, or null
     */
    public static @Nullable ActRefusal add(Principal by, Mode account, NewApiKey key) {
        if (!holds(by, key.scopes())) return ActRefusal.SCOPE_NOT_HELD;
        if (account == Mode.TEST && key.mode() == Mode.LIVE) return ActRefusal.NOT_LIVE;
        if (key.mode() == Mode.TEST && key.scopes().contains(Scope.OPERATOR))
            return ActRefusal.TEST_OPERATOR;
        return null;
    }

    /**
     * What a key may do that somebody adds: in nothing more than their own, unless they are an
     * operator, who sets limits.
     */
    public static KeyLimits limits(Principal by, KeyLimits own, KeyLimits wanted) {
        return by.may(Scope.OPERATOR) ? wanted : wanted.within(own);
    }

    /**
     * Whether somebody may change what is told of a key.
     *
     * @return why not, or null
     */
    public static @Nullable ActRefusal relabel(Principal by, ApiKey key) {
        return holds(by, key.holder().scopes()) ? null : ActRefusal.SCOPE_NOT_HELD;
    }

    /**
     * Whether somebody may change to whom the ends of a key's tasks are told: what was asked for
     * with it is shown there.
     *
     * @param address null to tell nobody, which is also possible once it is revoked
     * @return why not, or null
     */
    public static @Nullable ActRefusal tell(
            Principal by, ApiKey key, @Nullable KeyAddress address) {
        if (address != null && key.isRevoked()) return ActRefusal.KEY_REVOKED;
        return holds(by, key.holder().scopes()) ? null : ActRefusal.SCOPE_NOT_HELD;
    }

    /**
     * Whether somebody may revoke a key. Who sits at the machine can make another operator.
     *
     * @param isLastOperator whether no other key that is not revoked has that scope
     * @return why not, or null
     */
    public static @Nullable ActRefusal revoke(Principal by, ApiKey key, boolean isLastOperator) {
        if (!holds(by, key.holder().scopes())) return ActRefusal.SCOPE_NOT_HELD;
        return isLastOperator && !by.key().equals(Actor.NO_KEY) ? ActRefusal.LAST_OPERATOR : null;
    }

    /**
     * Whether somebody may have a fresh text or secret of a key: it shows what the key can do, so
     * it gives the key's scopes away.
     *
     * @return why not, or null
     */
    public static @Nullable ActRefusal renew(Principal by, ApiKey key) {
        if (key.isRevoked()) return ActRefusal.KEY_REVOKED;
        return holds(by, key.holder().scopes()) ? null : ActRefusal.SCOPE_NOT_HELD;
    }

    private static boolean holds(Principal by, Set<Scope> scopes) {
        return by.scopes().containsAll(scopes);
    }
}
