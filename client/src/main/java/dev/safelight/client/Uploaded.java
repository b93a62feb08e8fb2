package dev.safelight.client;

/**
 * A file that was brought.
 *
 * @param name as the server keeps it
 * @param contentType told by its bytes
 * @param sha256 in lower-case hexadecimal
 */
public record Uploaded(AssetId id, String name, String contentType, long bytes, String sha256) {}
