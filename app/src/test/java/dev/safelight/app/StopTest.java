package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.time.Step;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.StoreSettings;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

class StopTest {
    @TempDir
    private Path folder;

    /** The machine's driver, which notes in which order its wheels are stopped. */
    private static final class Noting implements Driver {
        final List<String> stopped = new ArrayList<>();
        private final MachineDriver machine;

        Noting(Loop loop) {
            machine = new MachineDriver(loop);
        }

        @Override
        public InstantSource clock(Instant notBefore) {
            return machine.clock(notBefore);
        }

        @Override
        public RandomGenerator random() {
            return machine.random();
        }

        @Override
        public Executor readers(int most) {
            return machine.readers(most);
        }

        @Override
        public Executor handlers() {
            return machine.handlers();
        }

        @Override
        public Wheel wheel(String name) {
            var wheel = machine.wheel(name);
            return new Wheel() {
                @Override
                public void wake() {
                    wheel.wake();
                }

                @Override
                public void turn(Step step, InstantSource clock) {
                    wheel.turn(step, clock);
                }

                @Override
                public void stop() {
                    wheel.stop();
                    stopped.add(name);
                }
            };
        }
    }

    @Nested
    class AnAssembly {
        @Test
        void lets_all_that_uses_the_store_rest_before_it_closes_the_store() {
            try (var loop = new Loop()) {
                var driver = new Noting(loop);
                var location = new StoreSettings.Location.File(folder.resolve("s.db"));
                var settings = new StoreSettings(location, Limits.USUAL.store());
                try (var assembly = new Assembly(driver, settings, CommitGate.OPEN)) {
                    for (var step : assembly.store().beside())
                        assembly.turnBeside("checkpoint", step);
                }
                assertThat(driver.stopped)
                        .containsExactly("waits", "feed", "checkpoint", "store-writer");
            }
        }
    }

    @Nested
    class AServer {
        @Test
        void has_nothing_to_log_when_it_is_stopped() throws ConfigFault, IOException {
            var own = Map.of(
                    "SAFELIGHT_DATA", folder.resolve("data").toString(),
                    "SAFELIGHT_PACKS", folder.resolve("no-packs").toString());
            var config = ConfigReader.read(List.of("--port", "0", "--drain-seconds", "1"), own);
            try (var logged = new Logged()) {
                try (var instance = Instance.open(config)) {
                    instance.start();
                }
                assertThat(logged.lines()).allMatch(line -> line.startsWith("INFO "));
            }
        }
    }
}
