package dev.safelight.core.access;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.tool.EngineName;

/** Other limits for somebody, in the place of all that were. */
public sealed interface LimitChange {

    /** Whether there was anybody to give limits to. */
    enum Outcome {
        CHANGED,
        ABSENT
    }

    record OfAccount(AccountId account, AccountLimits limits) implements LimitChange {}

    record OfKey(KeyId key, KeyLimits limits) implements LimitChange {}

    /**
     * Of an engine, over all accounts and workers.
     *
     * @param slots tasks that it may have at once; 0 means as many as its workers take. More than
     *     they take changes nothing.
     */
    record OfEngine(EngineName engine, int slots) implements LimitChange {
        public OfEngine {
            if (slots < 0) throw new IllegalArgumentException("slots: " + slots);
        }
    }
}
