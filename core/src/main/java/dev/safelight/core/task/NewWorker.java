package dev.safelight.core.task;

import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.Map;

/**
 * A worker on its way in.
 *
 * @param node the machine or process that it stands for, the same over restarts
 * @param lease how long it may be silent
 * @param slots how many runs of each engine it takes at once
 */
public record NewWorker(String node, Duration lease, Map<EngineName, Integer> slots) {}
