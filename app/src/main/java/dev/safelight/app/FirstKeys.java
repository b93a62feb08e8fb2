package dev.safelight.app;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** The keys of the first start: one for real work, one for tests, each with a book of its own. */
record FirstKeys(KeyText live, KeyText test) {

    /**
     * Opens the first accounts; empty when there are some already. Their text is gone after this.
     */
    static Optional<FirstKeys> open(Accounts accounts, Config config, RandomGenerator random)
            throws ConfigFault {
        if (!accounts.isEmpty()) return Optional.empty();
        var keys = new FirstKeys(
                key(config, Setting.API_KEY, Mode.LIVE, random),
                key(config, Setting.TEST_KEY, Mode.TEST, random));
        open(accounts, config, keys.live, Mode.LIVE);
        open(accounts, config, keys.test, Mode.TEST);
        return Optional.of(keys);
    }

    private static void open(Accounts accounts, Config config, KeyText key, Mode mode)
            throws ConfigFault {
        var name = mode == Mode.LIVE ? "first" : "first, test";
        accounts.open(new NewKey(name, mode, key, config.grant(), config.limits()))
                .join();
    }

    private static KeyText key(Config config, Setting setting, Mode mode, RandomGenerator random)
            throws ConfigFault {
        var chosen = new KeyText(config.text(setting));
        if (chosen.text().isEmpty()) return KeyText.mint(mode, random);
        if (!chosen.isAcceptable())
            throw new ConfigFault(
                    setting.key() + " must be 16 to 200 printable characters without spaces");
        return chosen;
    }
}
