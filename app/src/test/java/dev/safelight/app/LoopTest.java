package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

    @Nested
    class AStepThatNamesADistantMoment {

        /** The last moment that there is, and one more nanoseconds away than a long can hold. */
        static Stream<Instant> moments() {
            return Stream.of(Instant.MAX, Instant.parse("2600-01-01T00:00:00Z"));
        }

        @ParameterizedTest
        @MethodSource("moments")
        void is_called_again_when_woken(Instant moment) throws Exception {
            var first = new CompletableFuture<Instant>();
            var again = new CompletableFuture<Instant>();
            try (var loop = new Loop(halted::complete)) {
                var wheel = loop.wheel("patient");
                wheel.turn(
                        now -> {
                            if (!first.complete(now)) again.complete(now);
                            return moment;
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
