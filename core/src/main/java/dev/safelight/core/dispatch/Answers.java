package dev.safelight.core.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** What comes of futures, handed over to the thread that steps. */
final class Answers {
    private final Runnable wake;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** @param wake has the step called soon; any thread */
    Answers(Runnable wake) {
        this.wake = wake;
    }

    /** Has what comes of it done by the thread that steps. */
    <T> void when(CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        var _ = future.whenComplete((value, fault) -> {
            waiting.add(() -> then.accept(value, fault));
            wake.run();
        });
    }

    /** Does all that has come. */
    void take() {
        for (var answer = waiting.poll(); answer != null; answer = waiting.poll()) answer.run();
    }
}
