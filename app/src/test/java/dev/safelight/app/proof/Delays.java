package dev.safelight.app.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long good receivers wait to be told that tasks have ended, by an endpoint and by a callback.
 * Counted from before the call that ends a task, so that it is never less than the real one.
 */
final class Delays {
    /** Tasks that end one after the other before their arrivals are waited for. */
    private static final int TOGETHER = 8;

    private final HookApi api;
    private final GoodReceiver endpoint;
    private final GoodReceiver callback;
    private final List<Long> endpoints = new ArrayList<>();
    private final List<Long> callbacks = new ArrayList<>();

    Delays(HookApi api, GoodReceiver endpoint, GoodReceiver callback) {
        this.api = api;
        this.endpoint = endpoint;
        this.callback = callback;
    }

    int counted() {
        return endpoints.size();
    }

    /** Until so many were counted. */
    Delays until(int many) {
        while (counted() < many) count();
        return this;
    }

    /** A few more. */
    void count() {
        Map<String, Long> ended = new TreeMap<>();
        for (int i = 0; i < TOGETHER; i++) ended.put(api.hanging(callback.url()), 0L);
        ended.replaceAll((task, unknown) -> {
            long begin = System.nanoTime();
            api.cancel(task);
            return begin;
        });
        ended.forEach((task, begin) -> {
            endpoints.add(endpoint.toldAt(task) - begin);
            callbacks.add(callback.toldAt(task) - begin);
        });
    }

    Duration ofEndpoint() {
        return p99(endpoints);
    }

    Duration ofCallbacks() {
        return p99(callbacks);
    }

    private static Duration p99(List<Long> nanos) {
        return Duration.ofNanos(nanos.stream()
                .sorted()
                .skip(nanos.size() * 99L / 100)
                .findFirst()
                .orElseThrow());
    }

    String words() {
        return "%d ms by an endpoint, %d ms by a callback"
                .formatted(ofEndpoint().toMillis(), ofCallbacks().toMillis());
    }
}
