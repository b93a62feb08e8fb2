package dev.safelight.app.proof;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Many who submit what takes long. */
final class Crowd {
    private static final String LONG =
            "{\"text\":\"x\",\"metadata\":{\"sandbox.outcome\":\"hang\"}}";

    private final Api api;

    Crowd(Api api) {
        this.api = api;
    }

    void queue(int tasks) {
        var accepted = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(32)) {
            for (int i = 0; i < tasks; i++)
                callers.execute(() -> {
                    if (api.data("generate-tts", LONG).isPresent()) accepted.incrementAndGet();
                });
        }
        if (accepted.get() != tasks) throw new AssertionError("only " + accepted + " were taken");
    }
}
