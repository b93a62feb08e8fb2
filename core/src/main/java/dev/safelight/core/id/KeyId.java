package dev.safelight.core.id;

/** A key by the store's own number; a rotated key keeps it. Never shown to a caller. */
public record KeyId(long number) {}
