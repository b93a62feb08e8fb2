package dev.safelight.core.asset;

/**
 * Bytes that are stored.
 *
 * @param sha256 64 lowercase hex characters, their only name
 * @param bytes how many
 */
public record Blob(String sha256, long bytes) {}
