package dev.safelight.core.dispatch;

/**
 * How much is sent at once.
 *
 * @param ofTarget to one receiver that took what it was sent last; to others one at a time
 * @param ofAccount to all receivers of one account, and as many of its receivers are remembered
 * @param all to all receivers; far above the one before, so that an account whose receivers hang
 *     leaves room for others
 */
public record DispatchLimits(int ofTarget, int ofAccount, int all) {}
