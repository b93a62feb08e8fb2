package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;

import java.util.List;

/**
 * What a task made.
 *
 * @param assets the main file first
 * @param facts JSON text: engine, tier, model, seed, digests...
 */
public record Output(List<AssetId> assets, String facts) {}
