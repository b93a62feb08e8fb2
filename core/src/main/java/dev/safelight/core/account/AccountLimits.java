package dev.safelight.core.account;

/**
 * How much an account may have at once.
 *
 * @param slots tasks that may be ready or running at once; 0 means unlimited
 * @param weight its share of a busy engine beside others', at least 1
 * @param storageBytes of its own files; 0 means unlimited
 */
public record AccountLimits(int slots, int weight, long storageBytes) {}
