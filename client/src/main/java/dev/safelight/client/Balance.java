package dev.safelight.client;

/**
 * An account's credits: {@code granted = available + held + spent}.
 *
 * @param held set aside for tasks that are not done
 */
public record Balance(long granted, long available, long held, long spent) {}
