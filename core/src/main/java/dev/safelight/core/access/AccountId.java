package dev.safelight.core.access;

/** An account by the store's own number; never shown to a caller. */
public record AccountId(long number) {}
