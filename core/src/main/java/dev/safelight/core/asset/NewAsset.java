package dev.safelight.core.asset;

/**
 * A file whose bytes are stored and whose row is written when its task succeeds.
 *
 * @param name a file name for people
 * @param facts JSON text: width, height, seconds, words...
 */
public record NewAsset(AssetId id, Blob blob, String contentType, String name, String facts) {}
