package dev.safelight.app;

import dev.safelight.core.engine.Pace;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits by blocking the run's own thread. */
final class BlockingPace implements Pace {

    @Override
    public <T> T await(CompletableFuture<T> answer) {
        return answer.join();
    }

    @Override
    public void pause(Duration duration, CompletableFuture<?> signal) {
        try {
            signal.get(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            // The usual end of a pause.
        } catch (ExecutionException given) {
            // A signal is a signal, whatever it carries.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
