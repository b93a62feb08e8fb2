package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class LoopTest {
    private final CompletableFuture<Integer> halted = new CompletableFuture<>();

    @Nested
    class WhenAStepThrows {

        @Test
        void an_error_ends_the_process() throws Exception {
            try (var loop = new Loop(halted::complete)) {
                loop.wheel("broken")
                        .turn(
                                now -> {
                                    throw new StackOverflowError("planted");
                                },
                                InstantSource.system());
                assertThat(halted.get(30, TimeUnit.SECONDS)).isEqualTo(70);
            }
        }

        @Test
        void an_exception_does_not() throws Exception {
            var again = new CompletableFuture<Instant>();
            var first = new CompletableFuture<Instant>();
            try (var loop = new Loop(halted::complete)) {
                var wheel = loop.wheel("unlucky");
                wheel.turn(
                        now -> {
                            if (first.complete(now)) throw new IllegalStateException("planted");
                            again.complete(now);
                            return Instant.MAX;
                        },
                        InstantSource.system());
                first.get(30, TimeUnit.SECONDS);
                wheel.wake();
                again.get(30, TimeUnit.SECONDS);
                assertThat(halted).isNotDone();
            }
        }
    }
}
