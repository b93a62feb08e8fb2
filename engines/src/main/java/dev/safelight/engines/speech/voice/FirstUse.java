package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What takes seconds to load: each by whoever asks for it first, and then kept. Others wait for it,
 * unless they are stopped; where loading failed, the next one tries. Safe for several threads.
 */
final class FirstUse<V> {
    private final Map<String, CompletableFuture<V>> values = new ConcurrentHashMap<>();

    /** Loads a value. */
    @FunctionalInterface
    interface Loader<V> {
        V load() throws IOException, OrtException, Stopped;
    }

    V get(String name, Loader<V> loader, Run run) throws IOException, OrtException, Stopped {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> first = values.putIfAbsent(name, mine);
            if (first == null) return load(name, loader, mine);
            await(first, run);
            if (!first.isCompletedExceptionally()) return first.join();
        }
    }

    private V load(String name, Loader<V> loader, CompletableFuture<V> mine)
            throws IOException, OrtException, Stopped {
        try {
            V value = loader.load();
            mine.complete(value);
            return value;
        } finally {
            // Removed before it is told, so that who waits for it finds the place free.
            if (!mine.isDone()) {
                values.remove(name, mine);
                mine.cancel(false);
            }
        }
    }

    private static void await(CompletableFuture<?> first, Run run) throws Stopped {
        if (!first.isDone()) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            run.whenStopped(() -> over.complete(null));
            var _ = first.whenComplete((value, broken) -> over.complete(null));
            over.join();
        }
        run.proceed();
    }
}
