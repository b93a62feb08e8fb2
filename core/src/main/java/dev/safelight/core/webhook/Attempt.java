package dev.safelight.core.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to deliver. Never changed, and kept as long as its delivery.
 *
 * @param status of the answer, or null when there was none
 * @param latency until the answer, or until it was given up
 * @param note the head of the answer, or why there was none
 */
public record Attempt(Instant at, @Nullable Integer status, Duration latency, String note) {}
