package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;

import java.util.List;

/**
 * What a task made.
 *
 * @param assets the results, the main one first; their companions are named in the facts
 * @param facts JSON text: engine, tier, model, seed, digests...
 */
public record Output(List<AssetId> assets, String facts) {}
