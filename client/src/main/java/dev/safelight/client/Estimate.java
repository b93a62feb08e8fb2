package dev.safelight.client;

import java.time.Duration;

/**
 * What a request would cost and how long it would take, when it is submitted now.
 *
 * @param credits exactly what a submit would hold
 * @param expected typically, once a worker has begun
 */
public record Estimate(long credits, Duration expected) {}
