package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;

import java.time.Duration;

/**
 * What was agreed at submit.
 *
 * @param priority 0-9, 9 runs first within the account
 * @param hold credits set aside; also the price when it succeeds
 * @param queueLimit how long it may wait for its first start
 * @param runLimit how long it may take from its first start, over all attempts
 */
public record Terms(int priority, Credits hold, Duration queueLimit, Duration runLimit) {

    /** How long it may take from its submit to its end. */
    public Duration longest() {
        return queueLimit.plus(runLimit);
    }
}
