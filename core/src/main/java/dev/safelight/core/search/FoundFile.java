package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;

/**
 * A file that was found.
 *
 * @param similarity 0 to 1: how near its meaning is, or 1 when every word is in its texts
 */
public record FoundFile(AssetId id, double similarity) {}
