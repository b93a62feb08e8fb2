package dev.safelight.client;

import java.time.Duration;

/**
 * What a request would cost and how long it usually takes.
 *
 * @param credits exactly what a submit would hold
 * @param typical once a worker has begun
 */
public record Estimate(long credits, Duration typical) {}
