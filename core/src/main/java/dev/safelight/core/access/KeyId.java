package dev.safelight.core.access;

/** A key by the store's own number; a rotated key keeps it. Never shown to a caller. */
public record KeyId(long number) {}
