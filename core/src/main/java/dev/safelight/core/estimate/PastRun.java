package dev.safelight.core.estimate;

import dev.safelight.core.task.Route;

import java.time.Duration;

/**
 * A run that succeeded.
 *
 * @param took from the task's first start to its end
 */
public record PastRun(Route route, Duration took) {}
