package dev.safelight.core.access;

/**
 * How much a key may do; 0 means unlimited.
 *
 * @param slots tasks that may be ready or running at once, of the account and of the key
 */
public record KeyLimits(int slots, int submitsPerMinute, int readsPerMinute) {}
