package dev.safelight.core.dispatch;

/**
 * How much is sent at once.
 *
 * @param ofTarget to one receiver that takes what it is sent; one at a time after a failure, until
 *     a success
 * @param all to all receivers; above a hundred, so that as many that hang leave room for others
 */
public record DispatchLimits(int ofTarget, int all) {}
