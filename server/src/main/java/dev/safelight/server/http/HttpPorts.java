package dev.safelight.server.http;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.id.Ids;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What the listener calls.
 *
 * @param answerWaiting has everybody answered who waits for something, before a drain
 * @param probe completes normally when the store answers
 * @param gauges what {@code /metrics} shows beside the requests
 */
public record HttpPorts(
        Accounts accounts,
        Runnable answerWaiting,
        Ids ids,
        InstantSource clock,
        Supplier<? extends CompletableFuture<?>> probe,
        List<Gauge> gauges) {}
