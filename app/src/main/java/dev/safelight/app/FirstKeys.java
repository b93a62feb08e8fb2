package dev.safelight.app;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Scope;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The keys of the first start: one for real work, one for tests, each with a book of its own. */
record FirstKeys(KeyText live, KeyText test) {
    /** A key for tests lies about in more places than one for real work: it is no operator. */
    private static final Set<Scope> TESTERS = EnumSet.complementOf(EnumSet.of(Scope.OPERATOR));

    /**
     * Opens the first accounts, both or none; empty when there are some already. Whoever calls
     * shows the keys at once: their text is nowhere else.
     */
    static Optional<FirstKeys> open(Accounts accounts, Config config, RandomGenerator random)
            throws ConfigFault {
        if (!accounts.isEmpty()) return Optional.empty();
        var keys = new FirstKeys(
                config.key(Setting.API_KEY).orElseGet(() -> KeyText.mint(Mode.LIVE, random)),
                config.key(Setting.TEST_KEY).orElseGet(() -> KeyText.mint(Mode.TEST, random)));
        var grant = config.grant();
        var limits = config.limits().firstKeys();
        accounts.openTwins(
                        new NewKey("first", Mode.LIVE, keys.live, grant, limits, Scope.ALL),
                        new NewKey("first, test", Mode.TEST, keys.test, grant, limits, TESTERS))
                .join();
        return Optional.of(keys);
    }
}
