package dev.safelight.core.id;

/** An account by the store's own number; never shown to a caller. */
public record AccountId(long number) {}
