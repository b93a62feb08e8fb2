package dev.safelight.core.access;

/**
 * Who is calling.
 *
 * @param submitsPerMinute 0 means unlimited
 * @param readsPerMinute 0 means unlimited
 */
public record Principal(
        AccountId account, KeyId key, Mode mode, int submitsPerMinute, int readsPerMinute) {}
