package dev.safelight.cli;

import dev.safelight.client.Environment;

import java.time.Duration;

/** Time since a command began. */
final class Elapsed {
    private final Environment environment;
    private final long began;

    Elapsed(Environment environment) {
        this.environment = environment;
        this.began = environment.nanos().getAsLong();
    }

    Duration duration() {
        return Duration.ofNanos(environment.nanos().getAsLong() - began);
    }
}
