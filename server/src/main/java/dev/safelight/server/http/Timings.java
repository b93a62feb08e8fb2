package dev.safelight.server.http;

import io.micrometer.core.instrument.Timer;

import java.util.concurrent.ConcurrentHashMap;

/** The timers of one route, one for each status that was answered. */
final class Timings {
    final String label;
    final ConcurrentHashMap<Integer, Timer> byStatus = new ConcurrentHashMap<>();

    Timings(String label) {
        this.label = label;
    }
}
