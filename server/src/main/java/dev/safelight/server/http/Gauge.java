package dev.safelight.server.http;

import java.util.function.IntSupplier;

/**
 * A number that {@code /metrics} shows as it is at the moment.
 *
 * @param name dotted, as in {@code safelight.worker.running}
 * @param meaning what it counts
 */
public record Gauge(String name, String meaning, IntSupplier value) {}
